package io.rapport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiled classes that rules are asked about: the product's own, or a fixture that stands in for a product which breaks
 * a rule. A class belongs to the module that its package names.
 */
final class Codebase {

    private static final String PRODUCT = "io.rapport";
    private static final String FIXTURES = "io.rapport.architecture.fixture.";

    private static Codebase product;

    private final String home;
    private final JavaClasses classes;

    private Codebase(String home, JavaClasses classes) {
        this.home = home;
        this.classes = classes;
    }

    /** All that the product's modules compiled to, their tests left out. */
    static synchronized Codebase product() {
        if (product == null) {
            List<Path> folders = Repository.javaModules().stream()
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            product = new Codebase(PRODUCT, new ClassFileImporter().importPaths(folders));
        }
        return product;
    }

    /** A fixture: the modules below io.rapport.architecture.fixture.{name}. */
    static Codebase fixture(String name) {
        String home = FIXTURES + name;
        return new Codebase(home, new ClassFileImporter().importPackages(home));
    }

    /** The classes asked about, by name; those they only refer to are left out. */
    List<JavaClass> classes() {
        return classes.stream().sorted(Comparator.comparing(JavaClass::getName)).toList();
    }

    /** The classes of one module. */
    List<JavaClass> classesOf(String module) {
        return classes().stream()
                .filter(type -> moduleOf(type).filter(module::equals).isPresent())
                .toList();
    }

    /** The modules that have classes here, sorted. */
    Collection<String> modules() {
        return classes().stream()
                .flatMap(type -> moduleOf(type).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The module that a class belongs to; empty for what is not ours. */
    Optional<String> moduleOf(JavaClass type) {
        return firstPart(type, home).or(() -> firstPart(type, PRODUCT));
    }

    /** Whether a class lies inside its module, not in its face. */
    boolean isInternal(JavaClass type) {
        return moduleOf(type)
                .filter(module -> Stream.of(home, PRODUCT)
                        .map(root -> root + "." + module + ".internal")
                        .anyMatch(inside -> isIn(type, inside)))
                .isPresent();
    }

    private static Optional<String> firstPart(JavaClass type, String root) {
        String name = type.getPackageName();
        return isIn(type, root) && name.length() > root.length()
                ? Optional.of(name.substring(root.length() + 1).split("\\.")[0])
                : Optional.empty();
    }

    private static boolean isIn(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }
}
