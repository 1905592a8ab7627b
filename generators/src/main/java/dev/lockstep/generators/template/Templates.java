package dev.lockstep.generators.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ModelAdaptor;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.StringRenderer;
import org.stringtemplate.v4.misc.STMessage;
import org.stringtemplate.v4.misc.STNoSuchPropertyException;

/**
 * A group of templates, which hold the whole shape of the output. What they are given are records of strings, lists and
 * further records. Whatever a template asks for and does not get is a defect.
 */
public final class Templates {

    private final STGroup group;

    /** The group in the resource {@code file}, beside the class {@code owner}. Variables stand between dollar signs. */
    public Templates(Class<?> owner, String file) {
        group = new STGroupFile(owner.getResource(file), "UTF-8", '$', '$');
        group.setListener(new Refusal());
        group.registerModelAdaptor(Record.class, new RecordAdaptor());
        group.registerRenderer(String.class, new StringRenderer()); // $x; format="xml-encode"$
    }

    /** The text of the template {@code name}, whose one argument is {@code argument}; it ends with a line end. */
    public String render(String name, String argument, Record view) {
        ST template = group.getInstanceOf(name);
        if (template == null) {
            throw new IllegalArgumentException("no template " + name);
        }
        template.add(argument, view);
        // The writer's default is the line end of the machine; it leaves blanks on empty lines, and lines where nothing
        // was.
        String text = template.render().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
        return text.replaceAll("\n{3,}", "\n\n");
    }

    /** Lets templates read the components of records; an empty string or Optional is something that is not there. */
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
                return "".equals(value) || Optional.empty().equals(value)
                        ? null
                        : value instanceof Optional<?> present ? present.get() : value;
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
