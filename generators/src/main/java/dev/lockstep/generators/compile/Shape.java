package dev.lockstep.generators.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What other classes can rely on in one class.
 *
 * @param name its binary name
 * @param members {@code name descriptor} of its fields and methods
 * @param demanded the abstract ones among its methods
 * @param constants values of its constants, which the compiler copies to where they are used
 */
record Shape(
        String name,
        Optional<String> superclass,
        List<String> interfaces,
        boolean isAbstract,
        Set<String> members,
        Set<String> demanded,
        Map<String, String> constants) {

    static Shape of(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> members = model.fields().stream().map(Shape::member).collect(Collectors.toSet());
        model.methods().forEach(method -> members.add(member(method)));
        return new Shape(
                name(model.thisClass()),
                model.superclass().map(Shape::name),
                model.interfaces().stream().map(Shape::name).toList(),
                model.flags().has(AccessFlag.ABSTRACT),
                members,
                model.methods().stream()
                        .filter(method -> method.flags().has(AccessFlag.ABSTRACT))
                        .map(Shape::member)
                        .collect(Collectors.toSet()),
                constants(model));
    }

    static String name(ClassEntry entry) {
        return entry.asInternalName().replace('/', '.');
    }

    private static String member(FieldModel field) {
        return field.fieldName().stringValue() + " " + field.fieldType().stringValue();
    }

    private static String member(MethodModel method) {
        return method.methodName().stringValue() + " " + method.methodType().stringValue();
    }

    private static Map<String, String> constants(ClassModel model) {
        Map<String, String> constants = new TreeMap<>();
        for (FieldModel field : model.fields()) {
            Optional<ConstantValueAttribute> value = field.findAttribute(Attributes.constantValue());
            value.ifPresent(constant -> constants.put(
                    field.fieldName().stringValue(),
                    String.valueOf(constant.constant().constantValue())));
        }
        return constants;
    }
}
