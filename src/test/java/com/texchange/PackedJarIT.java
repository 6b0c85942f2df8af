package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jar that this build has packed, as somebody would start it. */
class PackedJarIT {

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(System.getProperty("packed.jar"));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void itBeginsWithAClassThatItHas() throws IOException {
        String first = jar.getManifest().getMainAttributes().getValue("Start-Class");

        assertThat(first).isEqualTo(TExchangeApplication.class.getName());
        assertThat(jar.getEntry("BOOT-INF/classes/" + first.replace('.', '/') + ".class")).isNotNull();
    }
}
