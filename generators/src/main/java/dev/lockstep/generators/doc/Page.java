package dev.lockstep.generators.doc;

/** What a template fills a page with; a record. */
sealed interface Page permits IndexPage, ProtocolPage, ProcedurePage, RequirementsPage, ModelPage {

    /** The file's name. */
    String file();
}
