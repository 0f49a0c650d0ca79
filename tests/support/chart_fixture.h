#pragma once

#include "app/chart_desk.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {

/// A workspace with the encounters T-1 and T-2 of one patient, whose documents a test puts in by itself.
class ChartTest : public WorkspaceTest {
protected:
    ChartTest() { import(*coder, {cleanEncounter("T-1"), cleanEncounter("T-2")}); }

    StoredEncounter stored(const std::string& id = "T-1")
    {
        auto tx = must(coder->work().beginRead());
        return must(coder->encounters().load(*tx, id));
    }
    EncounterRowId row(const std::string& id = "T-1") { return stored(id).encounter.row; }

    static NewDocument note(const std::string& title, const std::string& text)
    {
        NewDocument document;
        document.type = DocumentType::progressNote;
        document.title = title;
        document.date = Date::of(2025, 1, 15);
        document.author = "I. Okafor MD";
        document.sourceName = title + ".txt";
        document.bytes = text;
        document.rendition = plainTextRendition(text);
        document.pages = 1;
        return document;
    }
    /// A PDF whose pages nobody has read yet.
    static NewDocument scan(const std::string& title)
    {
        auto document = note(title, "");
        document.format = DocumentFormat::pdf;
        document.bytes = smallPdf("% " + title + "\n");
        document.rendition = {};
        document.pages = 0;
        return document;
    }
    AddedDocument add(const NewDocument& document, const std::string& encounter = "T-1")
    {
        const auto owner = stored(encounter);
        auto tx = must(coder->work().beginWrite());
        const auto added = must(coder->documents().add(*tx, owner.patient, owner.encounter.row, document));
        must(tx->commit());
        return added;
    }
    DocumentVersionId addNote(const std::string& title, const std::string& text)
    {
        return add(note(title, text)).version;
    }
    void setPages(DocumentVersionId version, const std::vector<PageText>& pages)
    {
        auto tx = must(coder->work().beginWrite());
        must(coder->documents().setPageTexts(*tx, version, pages));
        must(tx->commit());
    }
    void addCodes(DocumentVersionId version, const std::vector<SourceCode>& codes)
    {
        const auto owner = stored();
        auto tx = must(coder->work().beginWrite());
        must(coder->documents().addCodes(*tx, owner.patient, owner.encounter.row, version, codes));
        must(tx->commit());
    }
    static SourceCode code(const std::string& system, const std::string& code)
    {
        SourceCode source;
        source.kind = SourceCodeKind::diagnosis;
        source.system = system;
        source.code = code;
        return source;
    }

    std::unique_ptr<app::Workspace> coder = as("coder");
};

}  // namespace cw::test
