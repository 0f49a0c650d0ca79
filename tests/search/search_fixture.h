#pragma once

#include "search/index_builder.h"
#include "search/searcher.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace cw::search {

/// A small invented library: enough codes to rank, none of the official texts needed.
inline SourceCode codeOf(CodeSystem system, const char* code, const char* title, bool billable = true,
                         DateInterval days = {})
{
    SourceCode made;
    made.system = system;
    made.code = code;
    made.spans.push_back({days, days, title, title, billable, ReleaseKind::official, "R1"});
    return made;
}

inline Source smallSource()
{
    constexpr auto cm = CodeSystem::icd10cm;
    Source source;
    source.key = "small";
    const auto header = [&](const char* code, const char* title) {
        source.codes.push_back(codeOf(cm, code, title, false));
    };
    const auto code = [&](const char* text, const char* title) { source.codes.push_back(codeOf(cm, text, title)); };
    header("E11", "Type 2 diabetes mellitus");
    header("E112", "Type 2 diabetes mellitus with kidney complications");
    code("E1121", "Type 2 diabetes mellitus with diabetic nephropathy");
    code("E1122", "Type 2 diabetes mellitus with diabetic chronic kidney disease");
    code("E119", "Type 2 diabetes mellitus without complications");
    code("I10", "Essential (primary) hypertension");
    header("I15", "Secondary hypertension");
    code("I150", "Renovascular hypertension");
    header("I50", "Heart failure");
    code("I509", "Heart failure, unspecified");
    code("I5021", "Acute systolic (congestive) heart failure");
    header("M17", "Osteoarthritis of knee");
    code("M1710", "Unilateral primary osteoarthritis, unspecified knee");
    code("M1711", "Unilateral primary osteoarthritis, right knee");
    code("M1712", "Unilateral primary osteoarthritis, left knee");
    header("S7200", "Fracture of unspecified part of neck of femur");
    for (const auto& [digit, side] : {std::pair("1", "right"), std::pair("2", "left"), std::pair("9", "unspecified")}) {
        const std::string stem = std::string("S7200") + digit;
        const std::string title = std::string("Fracture of unspecified part of neck of ") + side + " femur";
        source.codes.push_back(codeOf(cm, stem.c_str(), title.c_str(), false));
        for (const auto& [character, episode] :
             {std::pair("A", "initial encounter for closed fracture"),
              std::pair("D", "subsequent encounter for closed fracture with routine healing"),
              std::pair("S", "sequela")})
            source.codes.push_back(codeOf(cm, (stem + character).c_str(), (title + ", " + episode).c_str()));
    }
    code("J189", "Pneumonia, unspecified organism");
    code("K8020", "Calculus of gallbladder without cholecystitis without obstruction");
    source.codes.push_back(
        codeOf(CodeSystem::icd10pcs, "0FT44ZZ", "Resection of Gallbladder, Percutaneous Endoscopic Approach"));
    source.codes.push_back(codeOf(CodeSystem::icd10pcs, "0FT40ZZ", "Resection of Gallbladder, Open Approach"));
    source.codes.push_back(codeOf(CodeSystem::hcpcs, "J0696", "Injection, ceftriaxone sodium, per 250 mg"));
    source.codes.push_back(codeOf(CodeSystem::cpt, "47562", "Gallbladder out through small cuts"));
    source.codes.push_back(codeOf(CodeSystem::hcpcs, "RT", "Right side of the body"));
    source.codes.back().isModifier = true;

    source.phrases.push_back({PhraseKind::index, "Diabetes", "diabetic (mellitus)", {{cm, "E119"}}});
    source.phrases.push_back({PhraseKind::index, "Hypertension", "hypertensive (benign)", {{cm, "I10"}}});
    source.phrases.push_back({PhraseKind::inclusion, "Gallstone", "", {{cm, "K8020"}}});
    auto& terms = source.knowledge.terms;
    terms.push_back({PhraseKind::abbreviation, "chf", "congestive heart failure", "heart failure", {{cm, "I509"}}, 1});
    terms.push_back({PhraseKind::abbreviation, "oa", "", "osteoarthritis", {{cm, "M1710"}}, 1});
    terms.push_back({PhraseKind::abbreviation, "r", "", "right", {}, 1});
    terms.push_back({PhraseKind::lay, "broken hip", "", "fracture femur neck", {{cm, "S72009A"}}, 1});
    terms.push_back(
        {PhraseKind::drug, "rocephin", "ceftriaxone", "ceftriaxone sodium", {{CodeSystem::hcpcs, "J0696"}}, 1});
    terms.push_back(
        {PhraseKind::procedure, "lap chole", "", "", {{CodeSystem::cpt, "47562"}, {CodeSystem::icd10pcs, "0FT44"}}, 1});
    source.knowledge.variants.push_back({"renal", "kidney"});
    source.knowledge.variants.push_back({"pneumoniae", "pneumonia"});
    return source;
}

class SearchTest : public ::testing::Test {
protected:
    SearchTest() : SearchTest(smallSource()) {}
    explicit SearchTest(const Source& source)
    {
        auto bytes = buildIndex(source, {});
        auto index = Index::fromBytes(std::move(*bytes));
        m_searcher = std::make_unique<Searcher>(*index);
    }
    std::vector<Hit> find(const std::string& text)
    {
        Query query;
        query.text = text;
        return m_searcher->find(query);
    }
    std::string first(const std::string& text)
    {
        const auto hits = find(text);
        return hits.empty() ? std::string("nothing") : hits.front().entry.code;
    }
    static bool has(const std::vector<Hit>& hits, const std::string& code)
    {
        for (const auto& hit : hits)
            if (hit.entry.code == code) return true;
        return false;
    }
    std::unique_ptr<Searcher> m_searcher;
};

}  // namespace cw::search
