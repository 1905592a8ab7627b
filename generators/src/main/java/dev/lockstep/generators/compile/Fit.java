package dev.lockstep.generators.compile;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a mechanism that was compiled with other tables can run on classes made from edited ones. An edit of a guard always
 * fits; a new effect, or a variable that is gone, may not. To know before the first segment is better than an error of
 * linkage in the middle of a connection.
 */
public final class Fit {

    private final Map<String, Shape> edited = new HashMap<>();
    private final Map<String, Shape> mechanism = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();

    private Fit() {}

    /**
     * What does not fit, one sentence each, sorted; empty when all does.
     *
     * @param classPath where the classes of the build are, in the form of {@code java.class.path}
     */
    public static List<String> faults(CompiledClasses edited, String classPath) throws IOException {
        var fit = new Fit();
        edited.bytes().forEach((name, bytes) -> fit.edited.put(name, Shape.of(bytes)));
        Map<String, byte[]> built = BuiltClasses.read(classPath);
        built.forEach((name, bytes) -> {
            if (!EditedClassLoader.isGenerated(name)) {
                fit.mechanism.put(name, Shape.of(bytes));
            } else {
                fit.compareConstants(Shape.of(bytes));
            }
        });
        built.forEach((name, bytes) -> {
            if (!EditedClassLoader.isGenerated(name)) {
                fit.checkUses(bytes);
            }
        });
        fit.mechanism.values().forEach(fit::checkImplementation);
        return List.copyOf(fit.faults);
    }

    /** Constants were copied into the mechanism when it was compiled. */
    private void compareConstants(Shape old) {
        Shape now = edited.get(old.name());
        if (now == null) {
            return;
        }
        old.constants().forEach((constant, value) -> {
            String other = now.constants().get(constant);
            if (other != null && !other.equals(value)) {
                faults.add(
                        "the mechanism has to be compiled with the new value of " + shown(old.name()) + "." + constant);
            }
        });
    }

    private void checkUses(byte[] bytes) {
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof ClassEntry used) {
                checkClass(Shape.name(used));
            } else if (entry instanceof MemberRefEntry used) {
                checkMember(
                        Shape.name(used.owner()),
                        used.name().stringValue(),
                        used.type().stringValue());
            }
        }
    }

    private void checkClass(String name) {
        if (EditedClassLoader.isGenerated(name) && !edited.containsKey(name)) {
            faults.add("the mechanism uses " + shown(name) + ", which these tables do not give");
        }
    }

    private void checkMember(String owner, String name, String descriptor) {
        Shape shape = edited.get(owner);
        if (shape == null || shape.members().contains(name + " " + descriptor) || isInherited(shape, name)) {
            return;
        }
        faults.add("the mechanism uses " + shown(owner) + "." + described(name, descriptor)
                + ", which these tables do not give");
    }

    /** {@code ordinal()} of an enum, {@code hashCode()} of anything. */
    private static boolean isInherited(Shape shape, String name) {
        return switch (shape.superclass().orElse("java.lang.Object")) {
            case "java.lang.Enum" -> has(Enum.class, name);
            case "java.lang.Record" -> has(Record.class, name);
            default -> has(Object.class, name);
        };
    }

    private static boolean has(Class<?> type, String name) {
        for (var method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A class of the mechanism that implements generated effects, itself or by a superclass, has to implement all of them. */
    private void checkImplementation(Shape shape) {
        if (shape.isAbstract()) {
            return;
        }
        for (Shape one = shape; one != null; one = superclass(one)) {
            for (String name : one.interfaces()) {
                if (edited.containsKey(name)) {
                    checkImplementation(shape, edited.get(name));
                }
            }
        }
    }

    private void checkImplementation(Shape shape, Shape demands) {
        for (String member : demands.demanded()) {
            if (!implementsMember(shape, member)) {
                int blank = member.indexOf(' ');
                String effect = described(member.substring(0, blank), member.substring(blank + 1));
                faults.add("the mechanism must implement the effect " + effect + " of " + shown(demands.name()));
            }
        }
    }

    private Shape superclass(Shape shape) {
        return mechanism.get(shape.superclass().orElse(""));
    }

    private boolean implementsMember(Shape shape, String member) {
        for (Shape one = shape; one != null; one = superclass(one)) {
            if (one.members().contains(member)) {
                return true;
            }
        }
        return false;
    }

    /** {@code tcp Effects} for {@code dev.lockstep.stack.tcp.table.Effects}. */
    private static String shown(String name) {
        return name.replaceFirst("^dev\\.lockstep\\.stack\\.([a-z0-9_]+)\\.table\\.", "$1 ")
                .replace('$', '.');
    }

    private static String described(String name, String descriptor) {
        if (!descriptor.startsWith("(")) {
            return name;
        }
        var type = MethodTypeDesc.ofDescriptor(descriptor);
        return name
                + type.parameterList().stream()
                        .map(parameter -> parameter.displayName())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
