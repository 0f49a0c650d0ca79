#include "import/documents/ccda/statements.h"

#include "import/documents/ccda/values.h"

#include <algorithm>
#include <initializer_list>

namespace cw::ccda {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isStatement(std::string_view name)
{
    return isOneOf(name,
                   {"act", "observation", "procedure", "encounter", "organizer", "substanceAdministration", "supply"});
}

/// What is known from the statements around one.
struct Around {
    Topic topic = Topic::other;
    std::string_view concernStatus;
    bool isFamily = false;
    bool isResult = false;
    bool isInProblem = false;
    bool isNegated = false;    ///< By an act around it.
    std::string_view product;  ///< Code of the medication around it.
};

bool isProcedureStatement(pugi::xml_node node)
{
    // Procedure Activity Act and Observation, Planned Act and Observation, Intervention Act.
    return hasTemplate(node, "2.16.840.1.113883.10.20.22.4.12") ||
           hasTemplate(node, "2.16.840.1.113883.10.20.22.4.13") ||
           hasTemplate(node, "2.16.840.1.113883.10.20.22.4.39") || hasTemplate(node, "2.16.840.1.113883.10.20.22.4.44");
}

bool isProblemObservation(pugi::xml_node node)
{
    // Problem Observation and Indication.
    return hasTemplate(node, "2.16.840.1.113883.10.20.22.4.4") || hasTemplate(node, "2.16.840.1.113883.10.20.22.4.19");
}

bool isResultStatement(pugi::xml_node node)
{
    // Result Organizer and Observation, Vital Signs Organizer and Observation.
    return hasTemplate(node, "2.16.840.1.113883.10.20.22.4.1") || hasTemplate(node, "2.16.840.1.113883.10.20.22.4.2") ||
           hasTemplate(node, "2.16.840.1.113883.10.20.22.4.26") || hasTemplate(node, "2.16.840.1.113883.10.20.22.4.27");
}

constexpr std::string_view statusCode = "33999-4";  ///< LOINC: Status.

/// Says something about another statement and is told with it: status, severity, age at onset, criticality, rank, sig.
bool isRemark(pugi::xml_node node)
{
    for (const std::string_view oid :
         {"2.16.840.1.113883.10.20.22.4.6", "2.16.840.1.113883.10.20.22.4.8", "2.16.840.1.113883.10.20.22.4.28",
          "2.16.840.1.113883.10.20.22.4.31", "2.16.840.1.113883.10.20.22.4.5", "2.16.840.1.113883.10.20.22.4.145",
          "2.16.840.1.113883.10.20.24.3.166", "2.16.840.1.113883.10.20.22.4.20", "2.16.840.1.113883.10.20.1.50"})
        if (hasTemplate(node, oid)) return true;
    return attribute(node.child("code"), "code") == statusCode;
}

/// Problem Status or Allergy Status Observation inside the statement: C-CDA R1.1 says the status there.
std::string toldStatus(pugi::xml_node node)
{
    for (const auto relation : node.children("entryRelationship")) {
        const auto status = relation.child("observation");
        const auto code = attribute(status.child("code"), "code");
        if (code == statusCode || hasTemplate(status, "2.16.840.1.113883.10.20.22.4.6") ||
            hasTemplate(status, "2.16.840.1.113883.10.20.22.4.28"))
            if (auto words = shownCode(status.child("value")); !words.empty()) return words;
    }
    return {};
}

bool hasEnded(pugi::xml_node time)
{
    return !attribute(time.child("high"), "value").empty();
}

std::string statusOf(pugi::xml_node node, const Around& around)
{
    const std::string own(attribute(node.child("statusCode"), "code"));
    const auto mood = attribute(node, "moodCode");
    if (mood == "GOL") return "goal";
    const std::string_view name = node.name();
    if (isOneOf(mood, {"INT", "RQO", "PRMS", "PRP", "ARQ", "APT"}) && name != "substanceAdministration" &&
        name != "supply")
        return "planned";
    if (name != "observation") return own;
    if (auto told = toldStatus(node); !told.empty()) return told;
    if (!isProblemObservation(node)) return own;
    // C-CDA R2.1, Problem Observation: effectiveTime/high is when the problem was resolved; statusCode is always completed.
    if (hasEnded(node.child("effectiveTime"))) return "resolved";
    return std::string(around.concernStatus);
}

void addCode(Statement& statement, pugi::xml_node code, std::optional<SourceCodeKind> kind)
{
    if (code) statement.codings.push_back({code, kind});
}

void addObservation(Statement& statement, const Around& around)
{
    using Kind = SourceCodeKind;
    const auto node = statement.node;
    const auto value = node.child("value");
    std::optional<Kind> codeKind;
    std::optional<Kind> valueKind = Kind::other;
    if (attribute(node, "moodCode") == "GOL") {
        codeKind = Kind::other;
    } else if (isProcedureStatement(node) || (around.topic == Topic::procedures && !isProblemObservation(node))) {
        codeKind = Kind::procedure;
    } else if (isProblemObservation(node) || (around.topic == Topic::problems && !around.isInProblem)) {
        valueKind = Kind::diagnosis;
    } else if (around.isResult || around.topic == Topic::results) {
        codeKind = Kind::result;
        valueKind = Kind::result;
    }
    addCode(statement, node.child("code"), codeKind);
    for (const auto one : node.children("value")) addCode(statement, one, valueKind);
    // The code itself is what is said ("social history observed: …" has a value).
    if (!value && !codeKind && !statement.codings.empty()) statement.codings.front().kind = Kind::other;
}

void addParticipants(Statement& statement)
{
    for (const auto participant : statement.node.children("participant"))
        addCode(statement, participant.child("participantRole").child("playingEntity").child("code"),
                SourceCodeKind::other);
}

void addCodings(Statement& statement, const Around& around)
{
    const auto node = statement.node;
    const std::string_view name = node.name();
    if (name == "observation") {
        addObservation(statement, around);
        addParticipants(statement);
    } else if (name == "procedure") {
        addCode(statement, node.child("code"), SourceCodeKind::procedure);
        addParticipants(statement);
    } else if (name == "substanceAdministration" || name == "supply") {
        addCode(statement, node.child("code"), std::nullopt);
        // What is dispensed of a medication is told with it.
        const auto product = productOf(node).child("code");
        if (around.product.empty() || attribute(product, "code") != around.product)
            addCode(statement, product, SourceCodeKind::medication);
    } else if (name == "encounter") {
        addCode(statement, node.child("code"), SourceCodeKind::other);
    } else if (name == "organizer") {
        // A panel of results; "vital signs" only names the frame.
        const bool isPanel = around.isResult && !hasTemplate(node, "2.16.840.1.113883.10.20.22.4.26");
        addCode(statement, node.child("code"), isPanel ? std::optional(SourceCodeKind::result) : std::nullopt);
    } else {
        // Notes and comments are acts with a LOINC code.
        const bool isProcedure = isProcedureStatement(node) ||
                                 (around.topic == Topic::procedures && systemOf(node.child("code")) != "loinc");
        addCode(statement, node.child("code"), isProcedure ? std::optional(SourceCodeKind::procedure) : std::nullopt);
    }
}

void visit(pugi::xml_node node, Around around, const std::function<void(const Statement&)>& take)
{
    around.isFamily = around.isFamily || node.child("subject").child("relatedSubject");
    around.isResult = around.isResult || isResultStatement(node);
    if (!isRemark(node)) {
        Statement statement{node,
                            {},
                            {},
                            around.isNegated || attribute(node, "negationInd") == "true",
                            around.isFamily,
                            dateIn(node.child("effectiveTime"))};
        statement.status = statement.isNegated ? "negated" : statusOf(node, around);
        addCodings(statement, around);
        take(statement);
    }
    if (std::string_view(node.name()) == "act") {
        around.concernStatus = attribute(node.child("statusCode"), "code");
        around.isNegated = around.isNegated || attribute(node, "negationInd") == "true";
    }
    around.isInProblem = around.isInProblem || isProblemObservation(node);
    if (const auto product = productOf(node)) around.product = attribute(product.child("code"), "code");
    for (const auto relation : node.children()) {
        if (!isOneOf(relation.name(), {"entryRelationship", "component"})) continue;
        for (const auto inner : relation.children())
            if (isStatement(inner.name())) visit(inner, around, take);
    }
}

}  // namespace

void forEachStatement(pugi::xml_node entry, Topic topic, const std::function<void(const Statement&)>& take)
{
    const Around around{topic, {}, topic == Topic::family, topic == Topic::results};
    if (isStatement(entry.name())) visit(entry, around, take);
    for (const auto node : entry.children())
        if (!isStatement(entry.name()) && isStatement(node.name())) visit(node, around, take);
}

pugi::xml_node productOf(pugi::xml_node statement)
{
    for (const char* owner : {"consumable", "product"}) {
        const auto product = statement.child(owner).child("manufacturedProduct");
        for (const char* kind : {"manufacturedMaterial", "manufacturedLabeledDrug", "manufacturedLabeledMaterial"})
            if (const auto found = product.child(kind)) return found;
    }
    return {};
}

}  // namespace cw::ccda
