# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY processes processes
COPY src/main src/main
# The browser part comes from Vaadin's default bundle: no Node.js is used.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -Pproduction -DskipTests package \
 && mv target/t-exchange-*.jar application.jar \
 && java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 t-exchange \
 && useradd --system --uid 10001 --gid t-exchange --home-dir /application --shell /usr/sbin/nologin t-exchange
WORKDIR /application
# What changes least comes first, so that a new version of the application is one small layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
EXPOSE 8080
# The application stops by itself on SIGTERM: it ends what it has begun and takes nothing new.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "-jar", "application.jar"]
