package io.rapport.widget.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.access.Problem;
import io.rapport.events.SiteId;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class SocketPlacesTest {

    private static final String OFFICE = "203.0.113.7";
    private static final String CAFE = "198.51.100.4";

    private final SocketPlaces places = new SocketPlaces();
    private final SiteId shop = SiteId.next();

    SocketPlacesTest() {
        places.most = 2;
    }

    private static Session socket() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (self, method, arguments) -> method.getName().equals("equals")
                        ? self == arguments[0]
                        : (Object) System.identityHashCode(self));
    }

    private boolean greet(Session socket, String network, SiteId site) {
        places.enter(socket, network);
        return places.move(socket, site);
    }

    @Test
    void oneNetworkHoldsSoManyAtOneSiteAndNoMore() {
        assertThat(greet(socket(), OFFICE, shop)).isTrue();
        assertThat(greet(socket(), OFFICE, shop)).isTrue();
        assertThat(greet(socket(), OFFICE, shop)).isFalse();
        assertThat(greet(socket(), CAFE, shop)).as("another network").isTrue();
        assertThat(greet(socket(), OFFICE, SiteId.next())).as("another site").isTrue();
    }

    @Test
    void whoeverLeavesMakesRoomOnceHoweverOftenThatIsSaid() {
        Session first = socket();
        greet(first, OFFICE, shop);
        greet(socket(), OFFICE, shop);
        places.leave(first);
        places.leave(first);
        assertThat(greet(socket(), OFFICE, shop)).isTrue();
        assertThat(greet(socket(), OFFICE, shop)).isFalse();
    }

    @Test
    void aNetworkWithManyThatSaidNothingIsTurnedAwayUntilTheyDoOrLeave() {
        Session silent = socket();
        Session shy = socket();
        places.enter(silent, OFFICE);
        places.enter(shy, OFFICE);
        assertThatThrownBy(() -> places.check(OFFICE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.retryAfterSeconds()).contains(10L);
        });
        assertThatCode(() -> places.check(CAFE)).doesNotThrowAnyException();
        places.move(shy, shop);
        assertThatCode(() -> places.check(OFFICE)).doesNotThrowAnyException();
        places.enter(socket(), OFFICE);
        places.leave(silent);
        assertThatCode(() -> places.check(OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void whatWasRefusedOrClosedMeanwhileTakesNoPlace() {
        Session closed = socket();
        places.enter(closed, OFFICE);
        places.leave(closed);
        assertThat(places.move(closed, shop)).isFalse();
        greet(socket(), OFFICE, shop);
        Session last = socket();
        greet(last, OFFICE, shop);
        Session refused = socket();
        assertThat(greet(refused, OFFICE, shop)).isFalse();
        places.leave(refused);
        places.leave(last);
        assertThat(greet(socket(), OFFICE, shop)).isTrue();
        assertThatCode(() -> places.check(OFFICE)).doesNotThrowAnyException();
    }
}
