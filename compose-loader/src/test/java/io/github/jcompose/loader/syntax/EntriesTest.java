package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices, extra hosts and pairs of key and value. */
class EntriesTest {
    @ParameterizedTest
    @CsvSource({
        "/dev/sda,/dev/sda,/dev/sda,rwm",
        "/dev/sda:/dev/x,/dev/sda,/dev/x,rwm",
        "/dev/sda:/dev/x:r,/dev/sda,/dev/x,r",
        "/dev/sda::r,/dev/sda,/dev/sda,r",
        "vendor.com/class=name,vendor.com/class=name,vendor.com/class=name,rwm",
    })
    void readsDevices(String text, String source, String target, String permissions) {
        assertThat(DeviceSyntax.parse(text)).isEqualTo(new DeviceSyntax(source, target, permissions));
    }

    @Test
    void refusesDevicesWithTooManyColons() {
        assertThatThrownBy(() -> DeviceSyntax.parse("a:b:c:d:e"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invalid device 'a:b:c:d:e': too many colons; expected SOURCE[:TARGET[:PERMISSIONS]],"
                        + " or the long syntax");
    }

    @ParameterizedTest
    @CsvSource({
        "db=10.0.0.1,db,10.0.0.1",
        "db:10.0.0.1,db,10.0.0.1",
        "db:::1,db,::1",
        "db=::1,db,::1",
        "db=[::1],db,::1",
        "'db=10.0.0.1,[::2]',db,'10.0.0.1,::2'",
        "db=host-gateway,db,host-gateway",
        "db=,db,''",
        "db=[],db,[]",
        "' db = x ',' db ',' x '",
    })
    void readsExtraHosts(String text, String host, String addresses) {
        assertThat(ExtraHostSyntax.parse(text)).isEqualTo(new ExtraHostSyntax(host, List.of(addresses.split(",", -1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "db | the extra host 'db' has no address; expected HOST=IP",
                "=1.2.3.4 | bad name of an extra host: ''",
                "a:b=1.2.3.4 | bad name of an extra host: 'a:b'",
            })
    void refusesExtraHostsWithoutNameOrAddress(String text, String message) {
        assertThatThrownBy(() -> ExtraHostSyntax.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void splitsAtTheFirstEqualsSign() {
        assertThat(KeyValue.parse("A=b=c")).isEqualTo(new KeyValue("A", "b=c"));
        assertThat(KeyValue.parse("A=")).isEqualTo(new KeyValue("A", ""));
        assertThat(KeyValue.parse("A")).isEqualTo(new KeyValue("A", null));
        assertThat(KeyValue.parseWithValue("a=b")).isEqualTo(new KeyValue("a", "b"));
        assertThat(KeyValue.parseVariable("A= b")).isEqualTo(new KeyValue("A", " b"));
        assertThat(KeyValue.parseSshKey("default")).isEqualTo(new KeyValue("default", null));
        assertThat(KeyValue.parseSshKey("id=./key")).isEqualTo(new KeyValue("id", "./key"));
    }

    @Test
    void refusesPairsThatLackAPart() {
        assertThatThrownBy(() -> KeyValue.parseWithValue("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invalid value 'a'; expected KEY=VALUE");
        assertThatThrownBy(() -> KeyValue.parseVariable("A =b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment variable 'A ' ends with a space");
        assertThatThrownBy(() -> KeyValue.parseSshKey("foo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invalid ssh key 'foo'; expected 'default' or ID=PATH");
    }
}
