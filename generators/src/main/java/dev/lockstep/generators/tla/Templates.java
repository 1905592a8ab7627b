package dev.lockstep.generators.tla;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ModelAdaptor;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.misc.STMessage;
import org.stringtemplate.v4.misc.STNoSuchPropertyException;

/** Fills templates with records; whatever a template asks for and does not get is a defect. */
final class Templates {

    private Templates() {}

    /** The template of this name and its one argument. */
    static String fill(String group, String template, Record view) {
        STGroup templates = new STGroupFile(Templates.class.getResource(group + ".stg"), "UTF-8", '$', '$');
        templates.setListener(new Strict());
        templates.registerModelAdaptor(Record.class, new RecordAdaptor());
        ST filled = templates.getInstanceOf(template);
        filled.add("m", view);
        return withoutBlanksAtLineEnds(filled.render());
    }

    private static String withoutBlanksAtLineEnds(String text) {
        return text.replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n");
    }

    /** Templates read records by their components; an empty Optional is null to them. */
    private static final class RecordAdaptor implements ModelAdaptor<Record> {
        @Override
        public Object getProperty(Interpreter interpreter, ST self, Record model, Object property, String name)
                throws STNoSuchPropertyException {
            RecordComponent component = Arrays.stream(model.getClass().getRecordComponents())
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new STNoSuchPropertyException(null, model, name));
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(model);
                return value instanceof Optional<?> optional ? optional.orElse(null) : value;
            } catch (IllegalAccessException | InvocationTargetException fault) {
                throw new IllegalStateException("reading " + name + " of " + model.getClass(), fault);
            }
        }
    }

    private static final class Strict implements STErrorListener {
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
