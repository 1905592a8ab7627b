package dev.lockstep.harness.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.doc.DocGenerator;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The six pages, and that what they say is what happened. */
class TourTest {

    private static final Specification SPECIFICATION =
            SpecificationLoader.load(Path.of("../spec/tables")).specification().orElseThrow();
    private static final FiredRows ROWS = new FiredRows(SPECIFICATION);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)(?:#([^\"]+))?\"");

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_other_numbers() {
        assertThat(pages(1)).isEqualTo(pages(1)).isNotEqualTo(pages(2));
    }

    @Test
    void every_link_leads_somewhere() {
        Map<String, String> files = pages(1);
        new DocGenerator(SPECIFICATION, List.of(), List.of(), List.of())
                .generate()
                .forEach(page -> files.put("tables/" + page.path(), page.text()));
        assertThat(files).hasSizeGreaterThan(20);
        files.forEach((name, text) -> {
            if (name.endsWith(".html") && !name.contains("/")) {
                LINK.matcher(text)
                        .results()
                        .filter(link -> !link.group(1).startsWith("https:"))
                        .forEach(link -> {
                            assertThat(files).as("a link of %s", name).containsKey(link.group(1));
                            if (link.group(2) != null) {
                                assertThat(files.get(link.group(1))).contains("id=\"" + link.group(2) + "\"");
                            }
                        });
            }
        });
    }

    @Test
    void the_handshake_acknowledges_each_initial_sequence_number_by_the_next() {
        Handshake handshake = Handshake.of(ROWS, 1);

        assertThat(handshake.segments())
                .extracting(Handshake.Numbered::control, Handshake.Numbered::relative)
                .containsExactly(
                        tuple("SYN", "<SEQ=0><CTL=SYN>"),
                        tuple("SYN,ACK", "<SEQ=0><ACK=1><CTL=SYN,ACK>"),
                        tuple("ACK", "<SEQ=1><ACK=1><CTL=ACK>"));
        assertThat(handshake.segments().get(1).ack())
                .isEqualTo(String.valueOf((Long.parseLong(handshake.clientIss()) + 1) % (1L << 32)));
    }

    @Test
    void the_layers_add_up_to_the_datagram() {
        Layers layers = Layers.of(ROWS, 1);

        Envelope envelope = layers.exhibit().envelope();
        assertThat(envelope.ip().bytes() + envelope.tcp().bytes() + envelope.textBytes())
                .isEqualTo(envelope.total());
        assertThat(envelope.text()).isEqualTo("GET / HTTP/1.0↵↵");
        assertThat(layers.ipRows()).last().extracting(FiredRows.RowView::id).isEqualTo("ip-tcp");
        assertThat(layers.tcpRows()).extracting(FiredRows.RowView::id).contains("text-in-order");
    }

    @Test
    void what_is_lost_is_sent_again_after_three_duplicates_or_by_the_timer() {
        Repair repair = Repair.of(ROWS, 1);

        assertThat(repair.intact()).isTrue();
        assertThat(fired(repair)).contains("text-held", "gather-held", "newreno-fast-retransmit");
        assertThat(repair.waited()).isEqualTo("1020 ms");
    }

    @Test
    void the_teardown_goes_through_its_four_segments() {
        assertThat(fired(Teardown.of(ROWS, 1)))
                .contains("fin-established", "fin-wait-1-acknowledged", "fin-wait-2-fin", "last-ack-acknowledged");
    }

    @Test
    void time_wait_answers_a_fin_that_comes_again_and_begins_anew() {
        TimeWait wait = TimeWait.of(ROWS, 1);

        assertThat(fired(wait)).contains("seq-repeated-fin", "time-wait-over");
        assertThat(wait.stayed()).isEqualTo("241.0 s");
    }

    @Test
    void the_programs_call_and_are_told() {
        SocketView view = SocketView.of(ROWS, 1);

        assertThat(view.said()).isEqualTo("hello");
        assertThat(view.lines())
                .extracting(SocketView.Line::client)
                .filteredOn(text -> !text.isEmpty())
                .containsExactly(
                        "OPEN",
                        "→ connected",
                        "SEND 5",
                        "→ readable",
                        "RECEIVE 12",
                        "CLOSE",
                        "→ closed",
                        "→ peerClosed");
    }

    private static List<String> fired(Chapter chapter) {
        return chapter.exhibit().rows().stream().map(FiredRows.RowView::id).toList();
    }

    private static Map<String, String> pages(long seed) {
        Map<String, String> pages = new HashMap<>();
        for (GeneratedFile file : new Tour(SPECIFICATION, seed).generate()) {
            pages.put(file.path(), file.text());
        }
        return pages;
    }
}
