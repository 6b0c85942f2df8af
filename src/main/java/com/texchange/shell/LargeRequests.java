package com.texchange.shell;

import com.texchange.accounts.RequestLimits;
import com.texchange.common.Actor;
import com.texchange.common.ActorHolder;
import com.texchange.common.LanguageChoice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads large requests, as pasted tables and files are, only as far as there is {@link RequestRoom} for them, and not for long. Others are
 * answered unread; pages send them again by themselves. How much one request may bring is limited by {@link RequestLimits}, which
 * comes before and leaves none of these to people who are not signed in.
 */
@Component
class LargeRequests extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);
    /** Two megabits a second. */
    private static final int BYTES_A_SECOND = 256 * 1024;
    private static final String AGAIN_IN_SECONDS = "5";
    private static final String MULTIPART = "multipart/";

    private final RequestRoom ofPages;
    /** May take as long as they are large, and are in memory in part only: pages do not wait for them. */
    private final RequestRoom ofFiles;
    private final Duration patience;
    private final LanguageChoice languages;
    private final MessageSource messages;

    @Autowired
    LargeRequests(LanguageChoice languages, MessageSource messages) {
        this(RequestRoom.partOfMemory(), PATIENCE, languages, messages);
    }

    /** @param room in bytes, that all requests of pages together have, and all files */
    LargeRequests(long room, Duration patience, LanguageChoice languages, MessageSource messages) {
        this.ofPages = new RequestRoom(room);
        this.ofFiles = new RequestRoom(room);
        this.patience = patience;
        this.languages = languages;
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> person = isLarge(request) ? sender(request) : Optional.empty();
        if (isInParts(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (person.isPresent()) {
            ofPerson(person.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void ofPerson(Actor person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RequestRoom.Place> place = (RequestLimits.isFile(request) ? ofFiles : ofPages).take(person.id(), request.getContentLengthLong(), patience);
        if (place.isEmpty()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(new TimedBody(request, longest(request)), response);
        } finally {
            place.get().leave();
        }
    }

    /** As the request knows it: the holder of the thread's security context is another one where several contexts share a virtual machine, as in tests. */
    private static Optional<Actor> sender(HttpServletRequest request) {
        return ActorHolder.actorOf(request.getUserPrincipal());
    }

    private static boolean isLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > RequestLimits.OF_STRANGERS || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** No page of ours sends such, and whoever reads them does so by itself, for as long as they come. */
    private static boolean isInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    private static Duration longest(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return TO_BEGIN.plusSeconds((length < 0 ? RequestLimits.OF_PAGES : length) / BYTES_A_SECOND);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(messages.getMessage("shell.tooMuchAtOnce", null, languages.of(request)));
    }
}
