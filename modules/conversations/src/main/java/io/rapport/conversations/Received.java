package io.rapport.conversations;

/**
 * What became of a visitor's message.
 *
 * @param number the conversation's number for people
 * @param message the message as it is kept
 * @param started whether it opened a conversation
 * @param repeated whether it was there already, under the same key
 */
public record Received(long number, MessageCard message, boolean started, boolean repeated) {}
