package dev.stipple.studio;

/**
 * Something with a name that files of a rules folder mention.
 *
 * @param name unique among its kind: the path of a question, {@code group.question=CODE} of an option
 */
public record Symbol(Kind kind, String name) {
    /** What can be mentioned. */
    public enum Kind {
        GROUP,
        QUESTION,
        OPTION,
        RULE,
        TITLE,
        SOURCE,
        PERSON,
        TOPIC,
        EFFECT,
        VERDICT
    }

    static Symbol question(String path) {
        return new Symbol(Kind.QUESTION, path);
    }

    static Symbol option(String question, String code) {
        return new Symbol(Kind.OPTION, question + "=" + code);
    }

    static Symbol rule(String id) {
        return new Symbol(Kind.RULE, id);
    }

    /** The path of the question that an option belongs to. */
    String ofQuestion() {
        return name.substring(0, name.indexOf('='));
    }

    /** The last part of the name, which is what a mention writes. */
    public String word() {
        return switch (kind) {
            case QUESTION -> name.substring(name.indexOf('.') + 1);
            case OPTION -> name.substring(name.indexOf('=') + 1);
            default -> name;
        };
    }
}
