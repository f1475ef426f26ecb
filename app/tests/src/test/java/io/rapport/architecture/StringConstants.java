package io.rapport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The texts that stand in a class as it was compiled, parts of concatenations among them. */
final class StringConstants {

    private StringConstants() {}

    /** All of a class, in the order of its bytecode. */
    static List<String> of(JavaClass type) {
        List<String> found = new ArrayList<>();
        read(type, new Collector(method -> true, found::add));
        return found;
    }

    /** Those of the methods of one name. */
    static List<String> of(JavaClass type, String method) {
        List<String> found = new ArrayList<>();
        read(type, new Collector(method::equals, found::add));
        return found;
    }

    private static void read(JavaClass type, ClassVisitor visitor) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Collector extends ClassVisitor {

        private final Predicate<String> methods;
        private final Consumer<Object> constants;

        Collector(Predicate<String> methods, Consumer<String> texts) {
            super(Opcodes.ASM9);
            this.methods = methods;
            this.constants = constant -> {
                if (constant instanceof String text) {
                    texts.accept(text);
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            if (methods.test(name)) {
                constants.accept(value);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return methods.test(name) ? new InMethod(constants) : null;
        }
    }

    private static final class InMethod extends MethodVisitor {

        private final Consumer<Object> constants;

        InMethod(Consumer<Object> constants) {
            super(Opcodes.ASM9);
            this.constants = constants;
        }

        @Override
        public void visitLdcInsn(Object value) {
            constants.accept(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            List.of(arguments).forEach(constants);
        }
    }
}
