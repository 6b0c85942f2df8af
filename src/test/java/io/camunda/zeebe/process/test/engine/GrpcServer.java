package io.camunda.zeebe.process.test.engine;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.util.MutableHandlerRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Serves the engine's gRPC interface on the loopback address, with threads of its own that end with it. */
final class GrpcServer implements AutoCloseable {

    /** A client's sign of life every few seconds is welcome, as on a cluster; by default more than one in five minutes is not. */
    private static final long SIGN_OF_LIFE_SECONDS = 5;

    private final MutableHandlerRegistry services = new MutableHandlerRegistry();
    private final EventLoopGroup network = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("local-camunda-polls").daemon().factory());
    private final OpenCalls openCalls = new OpenCalls();
    private final Server server;
    private ServerServiceDefinition gateway;

    /** Binds the port first: only then is the number of a free one known, which the gateway tells its clients. */
    GrpcServer(int port, Partition partition) {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(LocalCamunda.LOOPBACK, port))
                .channelType(NioServerSocketChannel.class)
                .bossEventLoopGroup(network)
                .workerEventLoopGroup(network)
                .executor(calls)
                .permitKeepAliveTime(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .fallbackHandlerRegistry(services)
                .intercept(openCalls)
                .build();
        try {
            server.start();
        } catch (IOException failure) {
            close();
            throw failure.getCause() instanceof BindException
                    ? new PortTakenException("gRPC", port, failure)
                    : new UncheckedIOException("Cannot open the gRPC server", failure);
        }
        gateway = serve(partition);
    }

    private ServerServiceDefinition serve(Partition partition) {
        var service = new LocalGateway(partition, port(), timer).bindService();
        services.addService(service);
        return service;
    }

    /** Goes over to another engine; who waits for the one before is told to ask again. */
    void replace(Partition partition) {
        services.removeService(gateway);
        gateway = serve(partition);
        openCalls.endAll();
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        timer.shutdownNow();
        network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        calls.close();
    }
}
