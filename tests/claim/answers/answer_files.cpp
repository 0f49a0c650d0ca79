#include "tests/claim/answers/answer_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace cw::answers {

namespace {

std::filesystem::path folder()
{
    return std::filesystem::path(CW_TEST_DATA) / "answers";
}

std::string iso(const std::optional<Date>& day)
{
    return day ? day->iso() : "-";
}

void add(std::ostream& out, const std::vector<Adjustment>& adjustments)
{
    for (const auto& a : adjustments) out << ' ' << a.group << a.reason << '=' << a.amount.decimal();
}

void add(std::ostream& out, const std::vector<StatusCode>& codes)
{
    for (const auto& code : codes) out << ' ' << code.category << ':' << code.status << ':' << code.entity;
}

struct Summary {
    std::ostream& out;

    void operator()(const InterchangeAck& a) const { out << "TA1 " << a.controlNumber << a.code << a.note; }
    void operator()(const GroupAck& a) const
    {
        out << "999 " << a.groupNumber << a.code << a.included << '/' << a.received << '/' << a.accepted;
        for (const auto& set : a.sets) {
            out << "\n set " << set.setNumber << set.code;
            for (const auto& code : set.codes) out << ' ' << code;
            for (const auto& fault : set.faults) {
                out << "\n  " << fault.segment << fault.position << fault.loop << fault.code;
                for (const auto& e : fault.elements)
                    out << " [" << e.element << ':' << e.component << ' ' << e.code << ' ' << e.badValue << ']';
                for (const auto& context : fault.contexts) out << ' ' << context;
            }
        }
    }
    void operator()(const StatusReport& a) const
    {
        out << "277 " << a.batchReference << a.isReceiverRejected;
        add(out, a.receiverStatuses);
        add(out, a.providerStatuses);
        for (const auto& claim : a.claims) {
            out << "\n " << claim.claimNumber << claim.isAccepted << claim.payerControlNumber << claim.lastName;
            add(out, claim.statuses);
            for (const auto& line : claim.lines) {
                out << "\n  " << line.lineControlNumber << line.code;
                add(out, line.statuses);
            }
        }
    }
    void operator()(const Remittance& a) const
    {
        out << "835 " << a.amount.decimal() << a.method << iso(a.paidOn) << a.traceNumber << a.payerId;
        for (const auto& claim : a.claims) {
            out << "\n " << claim.claimNumber << ' ' << claim.status << ' ' << claim.paid.decimal();
            add(out, claim.adjustments);
            for (const auto& line : claim.lines) {
                out << "\n  " << line.code << ' ' << line.paid.decimal() << line.lineControlNumber;
                add(out, line.adjustments);
            }
        }
        for (const auto& plb : a.adjustments) out << "\n PLB " << plb.reason << plb.reference << plb.amount.decimal();
        for (const auto& sentence : a.imbalances) out << "\n ! " << sentence;
    }
};

}  // namespace

std::string answerBytes(const std::string& name)
{
    std::ifstream file(folder() / name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<std::string> answerFileNames()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

AnswerFile mustRead(std::string_view bytes)
{
    auto file = readAnswers(bytes);
    EXPECT_TRUE(file) << file.error().id << ' ' << file.error().detail;
    return file ? std::move(*file) : AnswerFile{};
}

AnswerFile readFile(const std::string& name)
{
    SCOPED_TRACE(name);
    return mustRead(answerBytes(name));
}

std::string refusalOf(std::string_view bytes)
{
    const auto file = readAnswers(bytes);
    return file ? std::string() : std::string(file.error().id);
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    EXPECT_NE(std::string::npos, at) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

bool hasWarning(const AnswerFile& file, std::string_view part)
{
    return std::any_of(file.warnings.begin(), file.warnings.end(),
                       [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

std::string summaryOf(const Answer& answer)
{
    std::ostringstream out;
    std::visit(Summary{out}, answer);
    return out.str();
}

}  // namespace cw::answers
