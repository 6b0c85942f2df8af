package com.texchange.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The application's own process files to be drawn on pages, with the names of their elements in the reader's language. */
@Component
public class ProcessDrawings {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final MessageSource messages;
    private final Map<String, ProcessDrawing> drawn = new ConcurrentHashMap<>();

    ProcessDrawings(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws IllegalArgumentException if the application has no such process */
    public ProcessDrawing of(String processId, Locale language) {
        return drawn.computeIfAbsent(processId + "/" + language.getLanguage(), key -> draw(processId, language));
    }

    private ProcessDrawing draw(String processId, Locale language) {
        Document document = read(processId);
        Map<String, String> names = new LinkedHashMap<>();
        NodeList elements = document.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            // Messages and errors have names too, but stand outside the process and are not drawn.
            if (element.hasAttribute("name") && !element.getParentNode().equals(document.getDocumentElement())) {
                String name = messages.getMessage("process.element." + processId + "." + element.getAttribute("id"),
                        null, element.getAttribute("name"), language);
                element.setAttribute("name", name);
                if (isStep(element)) {
                    names.put(element.getAttribute("id"), name);
                }
            }
        }
        return new ProcessDrawing(write(document), Collections.unmodifiableMap(names));
    }

    private static boolean isStep(Element element) {
        return !element.getLocalName().equals("sequenceFlow") && !element.getLocalName().endsWith("Gateway");
    }

    private static Document read(String processId) {
        ClassPathResource file = new ClassPathResource("processes/" + processId + ".bpmn");
        if (!processId.matches("[a-z-]+") || !file.exists()) {
            throw new IllegalArgumentException("no such process: " + processId);
        }
        try (InputStream content = file.getInputStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static String write(Document document) {
        StringWriter text = new StringWriter();
        try {
            TransformerFactory.newInstance().newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
