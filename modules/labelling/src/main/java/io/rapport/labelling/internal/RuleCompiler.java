package io.rapport.labelling.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rapport.vocabulary.DrlFacts;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;

/**
 * Makes a Drools knowledge base of a revision's rules, and warms it up. Takes seconds for a thousand rules: never to be
 * called while a request or a transaction waits on this thread.
 *
 * <p>Every compilation has a release id of its own, which the repository of Drools forgets at once: so an old revision can
 * be collected when its last evaluation ends.
 */
final class RuleCompiler {

    private static final String GROUP = "io.rapport.rules";

    /** The enabled rules, compiled; throws RuleCompilationException when Drools refuses them. */
    CompiledRules compile(long revision, List<Rule> rules) {
        List<Rule> enabled = rules.stream().filter(Rule::enabled).toList();
        DrlFacts facts = new DrlFacts(
                enabled.stream().collect(groupingBy(Rule::event, TreeMap::new, mapping(Rule::when, toList()))));
        CompiledRules compiled =
                new CompiledRules(revision, enabled, new RuleNetwork(build(drl(enabled, facts)), facts));
        for (Use event : Use.values()) {
            compiled.matching(event, new FieldValues(Map.of()), Set.of());
        }
        return compiled;
    }

    /** The program: names and structure are ours, values are escaped literals. */
    static String drl(List<Rule> rules, DrlFacts facts) {
        StringBuilder drl = new StringBuilder("package " + RuleNetwork.PACKAGE + "\n").append(facts.declaration());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            drl.append("rule \"" + i + "\" dialect \"mvel\"\nwhen\n  ")
                    .append(facts.pattern(rule.event(), rule.when()))
                    .append("\nthen\nend\n");
        }
        return drl.toString();
    }

    /** Drools returns some errors and throws others; both end as one exception. */
    static KieBase build(String drl) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId(GROUP, "revision", UUID.randomUUID().toString());
        try {
            KieBuilder builder = services.newKieBuilder(files(services, release, drl), loader())
                    .buildAll();
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new RuleCompilationException(
                        builder.getResults().getMessages(Message.Level.ERROR).toString(), null);
            }
            return services.newKieContainer(release, loader()).getKieBase();
        } catch (RuleCompilationException refused) {
            throw refused;
        } catch (RuntimeException | LinkageError thrown) {
            throw new RuleCompilationException(String.valueOf(thrown.getMessage()), thrown);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static KieFileSystem files(KieServices services, ReleaseId release, String drl) {
        KieModuleModel module = services.newKieModuleModel();
        module.newKieBaseModel("rules")
                .setDefault(true)
                .newKieSessionModel("session")
                .setDefault(true);
        return services.newKieFileSystem()
                .generateAndWritePomXML(release)
                .writeKModuleXML(module.toXML())
                .write("src/main/resources/rules.drl", drl);
    }

    private static ClassLoader loader() {
        return RuleCompiler.class.getClassLoader();
    }
}
