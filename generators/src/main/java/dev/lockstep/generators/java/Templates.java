package dev.lockstep.generators.java;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ModelAdaptor;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.misc.STMessage;
import org.stringtemplate.v4.misc.STNoSuchPropertyException;

/** The templates, which hold the whole shape of the output. What they are given are records of strings. */
final class Templates {

    private final STGroup group;

    Templates() {
        URL url = Templates.class.getResource("java.stg");
        group = new STGroupFile(url, "UTF-8", '$', '$');
        group.setListener(new Refusal());
        group.registerModelAdaptor(Record.class, new RecordAdaptor());
    }

    /** The template {@code name}, whose one argument is {@code file}. */
    String render(String name, Record file) {
        ST template = group.getInstanceOf(name);
        if (template == null) {
            throw new IllegalArgumentException("no template " + name);
        }
        template.add("f", file);
        // The writer's default is the line end of the machine; and it leaves blanks on empty lines.
        return template.render().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Lets templates read the components of records, and take an empty string for something that is not there. */
    private static final class RecordAdaptor implements ModelAdaptor<Record> {
        @Override
        public Object getProperty(Interpreter interpreter, ST self, Record model, Object property, String name) {
            RecordComponent component = Stream.of(model.getClass().getRecordComponents())
                    .filter(one -> one.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new STNoSuchPropertyException(null, model, name));
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                Object value = accessor.invoke(model);
                return "".equals(value) ? null : value;
            } catch (IllegalAccessException | InvocationTargetException fault) {
                throw new IllegalStateException("cannot read " + component, fault);
            }
        }
    }

    /** A template at fault ends the run: half a file is worse than none. */
    private static final class Refusal implements STErrorListener {
        @Override
        public void compileTimeError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void runTimeError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void IOError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }

        @Override
        public void internalError(STMessage message) {
            throw new IllegalStateException(message.toString());
        }
    }
}
