#pragma once

#include "app/chart_desk.h"
#include "app/inbox.h"
#include "app/intake/record_text.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {

/// Who a message names; the defaults are the patient of cleanEncounter().
struct MessagePatient {
    std::string number = "MRN-88121";
    std::string authority = "ELM";
    std::string family = "Quenneville";
    std::string given = "Odile";
    std::string born = "19610402";
    std::string sex = "F";
};

/// HL7 v2 messages as an interface engine would send them, with invented content.
inline std::string hl7Message(const std::string& type, const MessagePatient& patient, const std::string& visit,
                              const std::vector<std::string>& more, const std::string& sentAt = "20250116083000")
{
    std::string message = "MSH|^~\\&|LAB|ELM|CW|CW|" + sentAt + "||" + type + "|M" + sentAt + "|P|2.5.1\r";
    message += "PID|1||" + patient.number + "^^^" + patient.authority + "^MR||" + patient.family + "^" + patient.given +
               "||" + patient.born + "|" + patient.sex + "\r";
    if (!visit.empty()) message += "PV1|1|O|||||||||||||||||" + visit + "|||||||||||||||||||||||||20250115\r";
    for (const auto& segment : more) message += segment + "\r";
    return message;
}

inline std::string hl7Result(const MessagePatient& patient, const std::string& visit, const std::string& value = "131",
                             const std::string& sentAt = "20250116083000")
{
    return hl7Message(
        "ORU^R01", patient, visit,
        {"OBR|1||L-100^LAB|2089-1^LDL cholesterol^LN|||20250115101500|||||||||||||||" + sentAt + "||LAB|F",
         "OBX|1|NM|2089-1^LDL cholesterol^LN||" + value + "|mg/dL|0-99|H|||F"},
        sentAt);
}

/// The office's workspace with encounters T-1 and T-2 of one patient whose number came without an authority.
class IntakeTest : public WorkspaceTest {
protected:
    IntakeTest() { import(*office, {cleanEncounter("T-1"), cleanEncounter("T-2")}); }

    void set(const std::string& key, const std::string& value)
    {
        auto tx = must(office->work().beginWrite());
        must(office->settings().setValue(*tx, key, value));
        must(tx->commit());
    }
    void ownAuthority() { set("intake.authorities", "OTHER, ELM"); }

    app::IntakeOutcome bring(const std::vector<std::filesystem::path>& paths, const app::IntakeOptions& options = {})
    {
        return must(app::Intake(*office).importFiles(paths, options));
    }
    app::IntakeOutcome bring(const std::string& name, const std::string& bytes, const app::IntakeOptions& options = {})
    {
        return bring({m_folder.write(name, bytes)}, options);
    }
    static app::IntakeOptions making()
    {
        app::IntakeOptions options;
        options.mayMakeEncounters = true;
        return options;
    }
    std::vector<DocumentInfo> chart(const std::string& id = "T-1")
    {
        return must(app::CodingDesk(*office).open(id)).documents;
    }
    Encounter encounter(const std::string& id)
    {
        auto tx = must(office->work().beginRead());
        return must(office->encounters().load(*tx, id)).encounter;
    }
    std::vector<UnmatchedItem> waiting() { return must(app::Inbox(*office).list()); }
    /// "differs: birth date" of the only record that waits.
    std::string whyWaiting()
    {
        const auto items = waiting();
        if (items.size() != 1) return std::to_string(items.size()) + " wait";
        const auto& item = items[0];
        return std::string(toString(item.reason)) + (item.detail.empty() ? "" : ": " + item.detail);
    }
    static std::string joined(const std::vector<std::string>& lines)
    {
        std::string all;
        for (const auto& line : lines) all += line + "\n";
        return all;
    }
    /// Notes go to terminals and logs: no name, number or birth date.
    static void expectNoPatientData(const app::IntakeOutcome& outcome)
    {
        for (const auto* word : {"Quenneville", "QUENNEVILLE", "Odile", "88121", "1961"})
            EXPECT_EQ(std::string::npos, joined(outcome.notes).find(word)) << joined(outcome.notes);
    }

    std::unique_ptr<app::Workspace> office = as("office");
};

}  // namespace cw::test
