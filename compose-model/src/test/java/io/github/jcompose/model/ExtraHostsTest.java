package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtraHostsTest {
    @Test
    void writesOneSortedLinePerAddress() {
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        addresses.put("somehost", List.of("162.242.195.82", "::1"));
        addresses.put("Otherhost", List.of("50.31.209.229"));

        assertThat(new ExtraHosts(addresses).toTree())
                .containsExactly("Otherhost=50.31.209.229", "somehost=162.242.195.82", "somehost=::1");
    }

    @Test
    void doesNotFollowLaterChangesOfTheMapItWasMadeFrom() {
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        addresses.put("a", List.of("1.2.3.4"));
        ExtraHosts hosts = new ExtraHosts(addresses);
        addresses.clear();

        assertThat(hosts).isEqualTo(ExtraHosts.of("a", "1.2.3.4"));
    }
}
