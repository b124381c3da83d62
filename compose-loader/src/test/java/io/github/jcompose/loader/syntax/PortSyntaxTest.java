package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // entry | address published target protocol
                "80                    | * * 80 tcp",
                "0                     | * * 0 tcp",
                ":80                   | * * 80 tcp",
                "::80                  | * * 80 tcp",
                "8080:80               | * 8080 80 tcp",
                "0:80                  | * 0 80 tcp",
                "080:0443              | * 80 443 tcp",
                "8080:80/udp           | * 8080 80 udp",
                "8080:80/UDP           | * 8080 80 udp",
                "80/sctp               | * * 80 sctp",
                "80/                   | * * 80 tcp",
                "127.0.0.1:8080:80     | 127.0.0.1 8080 80 tcp",
                "127.0.0.1::80         | 127.0.0.1 * 80 tcp",
                "0.0.0.0:80:80/udp     | 0.0.0.0 80 80 udp",
                "[::1]:8080:80         | ::1 8080 80 tcp",
                "[::1]::80             | ::1 * 80 tcp",
                "::1:8080:80           | ::1 8080 80 tcp",
                ":::8080:80            | :: 8080 80 tcp",
                "[2001:db8::7]:53:53/udp | 2001:db8::7 53 53 udp",
                "[::ffff:1.2.3.4]:1:2  | ::ffff:1.2.3.4 1 2 tcp",
                "8080-8081:80          | * 8080-8081 80 tcp",
                "8080-8080:80          | * 8080 80 tcp",
                "80-81                 | * * 80 tcp, * * 81 tcp",
                "9-11                  | * * 10 tcp, * * 11 tcp, * * 9 tcp",
                "98-101:98-101/udp     | * 100 100 udp, * 101 101 udp, * 98 98 udp, * 99 99 udp",
                "127.0.0.1:5000-5001:80-81 | 127.0.0.1 5000 80 tcp, 127.0.0.1 5001 81 tcp",
            })
    void readsEntries(String text, String expected) {
        String ports = PortSyntax.parse(text).stream()
                .map(port -> (port.hostIp() == null ? "*" : port.hostIp())
                        + " " + (port.published() == null ? "*" : port.published())
                        + " " + port.target() + " " + port.protocol())
                .collect(Collectors.joining(", "));

        assertThat(ports).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``        | '' names no port of the container",
                "8080:     | '8080:' names no port of the container",
                "/tcp      | '/tcp' names no port of the container",
                "abc       | invalid container port 'abc'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "80:abc    | invalid container port 'abc' in '80:abc'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "abc:80    | invalid host port 'abc' in 'abc:80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "127.0.0.1:80 | invalid host port '127.0.0.1' in '127.0.0.1:80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "65536     | invalid container port '65536'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "-80       | invalid container port '-80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "80-       | invalid container port '80-'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "81-80     | invalid container port '81-80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "80-81-82  | invalid container port '80-81-82'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "+80       | invalid container port '+80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "80 :80    | invalid host port '80 ' in '80 :80'; expected a number from 0 to 65535, or a range such as 8000-8010",
                "80/icmp   | invalid protocol 'icmp' in '80/icmp'; expected tcp, udp or sctp",
                "80/tcp/udp | invalid protocol 'tcp/udp' in '80/tcp/udp'; expected tcp, udp or sctp",
                "80-81:8080-8082 | the ranges in '80-81:8080-8082' differ in length: 2 ports of the host, 3 of the container",
                "80:8080-8081 | the ranges in '80:8080-8081' differ in length: 1 ports of the host, 2 of the container",
                "localhost:80:80 | invalid IP address 'localhost' in 'localhost:80:80'; expected [[IP:]HOST:]CONTAINER[/PROTOCOL]",
                "[::1:80:80 | invalid IP address '[::1' in '[::1:80:80'; expected [[IP:]HOST:]CONTAINER[/PROTOCOL]",
                "1.2.3:80:80 | invalid IP address '1.2.3' in '1.2.3:80:80'; expected [[IP:]HOST:]CONTAINER[/PROTOCOL]",
                "${IP}:80:80 | invalid IP address '${IP}' in '${IP}:80:80'; expected [[IP:]HOST:]CONTAINER[/PROTOCOL]",
            })
    void refusesWhatIsNoEntry(String text, String message) {
        assertThatThrownBy(() -> PortSyntax.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void cutsLongTextOffInMessages() {
        assertThatThrownBy(() -> PortSyntax.parse("x".repeat(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x".repeat(120) + "…'")
                .hasMessageNotContaining("x".repeat(121));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "0.0.0.0,true",
        "255.255.255.255,true",
        "256.0.0.1,false",
        "1.2.3,false",
        "1.2.3.4.5,false",
        "01.2.3.4,false",
        "1.2.3.4.,false",
        "1..3.4,false",
        "'',false",
        "localhost,false",
        "::,true",
        "::1,true",
        "1::,true",
        "1:2:3:4:5:6:7:8,true",
        "1:2:3:4:5:6:7,false",
        "1:2:3:4:5:6:7:8:9,false",
        "1::2:3:4:5:6:7,true",
        "1::2:3:4:5:6:7:8,false",
        "FE80::aBcD,true",
        "::ffff:1.2.3.4,true",
        "1:2:3:4:5:6:1.2.3.4,true",
        "1:2:3:4:5:6:7:1.2.3.4,false",
        "::1.2.3.4:5,false",
        "1::2::3,false",
        ":::,false",
        ":1,false",
        "1:,false",
        "12345::,false",
        "g::,false",
        "fe80::1%eth0,false",
        "::/64,false",
        "[::1],false",
    })
    void tellsIpAddresses(String text, boolean valid) {
        assertThat(IpAddress.isValid(text)).isEqualTo(valid);
    }
}
