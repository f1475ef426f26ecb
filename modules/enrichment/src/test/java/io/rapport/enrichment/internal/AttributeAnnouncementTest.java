package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import io.rapport.spi.SuppliedAttribute;
import io.rapport.spi.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttributeAnnouncementTest {

    private final List<AttributeDefinition> declared = new ArrayList<>();
    private final AttributeAnnouncement announcement = new AttributeAnnouncement();

    @BeforeEach
    void prepare() {
        announcement.definitions = new AttributeDefinitions() {
            @Override
            public Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
                return declared.stream()
                        .filter(definition -> definition.subject() == subject)
                        .filter(definition -> definition.key().equals(key))
                        .findFirst();
            }

            @Override
            public List<AttributeDefinition> all(Subject.Kind subject) {
                return declared;
            }

            @Override
            public AttributeDefinition create(AttributeDefinition definition) {
                declared.add(definition);
                return definition;
            }
        };
    }

    @Test
    void declaresWhatNobodyHasDeclared() {
        announcement.announce(SuppliedAttribute.ofContact("tier", "Tier", ValueType.TEXT), "the plugin Loyalty");
        announcement.announce(SuppliedAttribute.ofConversation("tier", "Tier", ValueType.NUMBER), "the plugin Loyalty");

        assertThat(declared)
                .extracting(AttributeDefinition::subject)
                .containsExactly(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION);
        assertThat(declared.get(0).type()).isEqualTo(AttributeType.TEXT);
        assertThat(declared.get(0).visitorsMayWrite()).isFalse();
        assertThat(declared.get(1).type()).isEqualTo(AttributeType.NUMBER);
    }

    @Test
    void leavesADeclarationAsItIs() {
        announcement.announce(SuppliedAttribute.ofContact("tier", "Tier", ValueType.TEXT), "the plugin Loyalty");
        announcement.announce(SuppliedAttribute.ofContact("tier", "Rank", ValueType.NUMBER), "the plugin Other");

        assertThat(declared).extracting(AttributeDefinition::name).containsExactly("Tier");
    }

    @Test
    void leavesAListToAnAdministrator() {
        announcement.announce(SuppliedAttribute.ofContact("tier", "Tier", ValueType.LIST), "the plugin Loyalty");

        assertThat(declared).isEmpty();
    }

    @Test
    void everyTypeOfThePluginInterfaceIsOneOfTheModules() {
        for (ValueType type : ValueType.values()) {
            assertThat(AttributeType.valueOf(type.name())).isNotNull();
        }
    }
}
