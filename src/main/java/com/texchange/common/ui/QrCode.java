package com.texchange.common.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import java.util.Map;

/** A text as a picture for a phone's camera: dark on light, whatever the theme. */
public final class QrCode {

    /** In its own dots; a camera needs the margin. */
    private static final int MARGIN = 4;

    private QrCode() {
    }

    /** @param label translated */
    public static Component of(String text, String label) {
        Svg picture = new Svg(svg(text));
        picture.addClassName("qr-code");
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        return picture;
    }

    static String svg(String text) {
        BitMatrix dots;
        try {
            dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a picture", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dh-%1$dz\"/><path d=\"%2$s\"/></svg>"
                .formatted(dots.getWidth(), path);
    }
}
