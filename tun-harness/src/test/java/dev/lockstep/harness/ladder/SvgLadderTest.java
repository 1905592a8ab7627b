package dev.lockstep.harness.ladder;

import static dev.lockstep.harness.golden.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SvgLadderTest {

    @Test
    void isWellFormedAndShowsEverything() throws Exception {
        String svg = SvgLadder.draw(Ladders.eventful());
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getTextContent())
                .contains("<SEQ=3><ACK=7><CTL=SYN,ACK>", "listen-syn", "2x", "forged", "overtaken", "again from 3");
        assertGolden("ladder/eventful.svg", svg);
    }

    @Test
    void jsonSaysTheSame() {
        assertGolden(
                "ladder/eventful.json", JsonLadder.write(Ladders.eventful()).toPrettyString() + "\n");
    }
}
