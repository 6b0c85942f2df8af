package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.code.TranscoderUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/**
 * README's picture of the modules shows what the code does. {@code -Dmodules.picture=write} draws it anew; where a module
 * has got or lost a dependency and nobody has, this test fails.
 */
class ModulesPictureTest {

    private static final Path PICTURE = Path.of("docs/pictures/modules.svg");
    /** Of PlantUML, which writes what it has drawn into the picture, as a comment: there two dashes are parted by a blank. */
    private static final Pattern SOURCE = Pattern.compile("<(?:\\?plantuml-src |!--SRC=\\[)([\\w-]+(?: -[\\w-]*)*)");

    private static final Pattern MODULE = Pattern.compile("component \"==(\\w+)");
    private static final Pattern ARROW = Pattern.compile("(?m)^\\S+\\.(\\w+) --> \\S+\\.(\\w+) ");

    @TempDir
    Path folder;

    @Test
    void thePictureOfTheModulesIsTrue() throws IOException {
        String description = description();
        if ("write".equals(System.getProperty("modules.picture"))) {
            Files.write(PICTURE, drawn(description));
        }

        Matcher source = SOURCE.matcher(Files.readString(PICTURE));

        assertThat(source.find()).as("picture has its source").isTrue();
        assertThat(TranscoderUtil.getDefaultTranscoder().decode(source.group(1).replace("- -", "--")).strip()).isEqualTo(description);
    }

    /** Without {@code common} and {@code audit}, which nearly every module uses; one arrow, however a module uses the other. */
    private String description() throws IOException {
        DiagramOptions options = DiagramOptions.defaults()
                .withStyle(DiagramOptions.DiagramStyle.UML)
                .withExclusions(module -> Set.of("common", "audit").contains(module.getIdentifier().toString()));
        new Documenter(ApplicationModules.of(TExchangeApplication.class),
                Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(options);
        String described = Files.readString(folder.resolve("components.puml"));
        return Stream.of(
                        Stream.of("@startuml", "!pragma layout smetana"),
                        MODULE.matcher(described).results().map(module -> "[" + module.group(1) + "]").sorted(),
                        ARROW.matcher(described).results()
                                .map(arrow -> "[" + arrow.group(1) + "] --> [" + arrow.group(2) + "]").distinct().sorted(),
                        Stream.of("@enduml"))
                .flatMap(Function.identity()).collect(Collectors.joining("\n"));
    }

    private static byte[] drawn(String description) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        new SourceStringReader(description).outputImage(picture, new FileFormatOption(FileFormat.SVG));
        return picture.toByteArray();
    }
}
