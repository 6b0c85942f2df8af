package com.texchange.process;

/** A refusal of the business that the process handles by an error event with this code. */
public class BpmnErrorException extends RuntimeException {

    private final String code;

    public BpmnErrorException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
