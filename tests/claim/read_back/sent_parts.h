#pragma once

#include "claim/claim_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::read_back {

/// The parts of a claim in the form in which a partner's 837 carries them; see normalised.cpp for the rules.
class SentParts {
public:
    explicit SentParts(const TradingPartner& partner);

    std::string text(std::string_view value) const;
    static std::string digits(std::string_view value);  ///< Without "-", blanks, brackets, dots.
    void address(Address& address) const;
    void person(Person& person) const;  ///< Phone cleared, MRN left.
    void coverage(Coverage& coverage, bool billed) const;
    void diagnosis(Diagnosis& diagnosis) const;
    /// Keeps those of the blank-separated kinds (empty: all), sorted.
    void references(std::vector<QualifiedReference>& references, std::string_view kinds) const;
    void dates(std::vector<QualifiedDate>& dates) const;
    void lines(Encounter& encounter, bool institutional) const;
    void providers(Encounter& encounter, bool institutional) const;

private:
    /// What of a provider a loop carries.
    struct Carries {
        bool taxonomy = false;
        bool address = false;
        std::string_view references;
    };
    Provider provider(const Provider& provider, Carries carries) const;
    void line(const Encounter& encounter, ProcedureLine& line, bool institutional) const;
    void lineProviders(const Encounter& encounter, ProcedureLine& line, bool institutional) const;

    x12::SendableSigns m_signs;
};

}  // namespace cw::read_back
