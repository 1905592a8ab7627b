package dev.lockstep.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads {@code --serve echo --port 7007 --serve http DIR}: words that belong together, though picocli sees them apart. */
final class ServeOption implements IParameterConsumer {

    /**
     * One {@code --serve}.
     *
     * @param words the service's name, and perhaps a folder
     * @param port of the {@code --port} behind it, or null
     */
    record Serve(List<String> words, Integer port) {}

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        List<String> words = words(arguments, 2);
        if (words.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--serve: which service? echo, discard, chargen or http DIR");
        }
        List<Serve> serves = option.getValue();
        serves.add(new Serve(words, null));
    }

    private static List<String> words(Stack<String> arguments, int most) {
        List<String> words = new ArrayList<>();
        while (!arguments.isEmpty() && words.size() < most && !arguments.peek().startsWith("--")) {
            words.add(arguments.pop());
        }
        return words;
    }

    /** Gives its number to the {@code --serve} before it. */
    static final class Port implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            List<String> words = words(arguments, 1);
            List<Serve> serves = command.findOption("--serve").getValue();
            if (serves.isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "--port belongs behind the --serve whose port it is");
            }
            try {
                serves.add(new Serve(serves.removeLast().words, Integer.valueOf(words.getFirst())));
            } catch (NumberFormatException | NoSuchElementException noNumber) {
                throw new ParameterException(
                        command.commandLine(),
                        "--port wants a number" + (words.isEmpty() ? "" : ", not " + words.getFirst()));
            }
        }
    }
}
