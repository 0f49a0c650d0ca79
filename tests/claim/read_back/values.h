#pragma once

#include "encounter/encounter.h"
#include "encounter/payer_answer.h"
#include "tests/claim/strict/loop_tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw::read_back {

/// Elements as values; what cannot be read fails the running test.
Money moneyOf(std::string_view text);
Quantity quantityOf(std::string_view text);
std::optional<Date> dayOf(std::string_view text);
QualifiedDate datesOf(const strict::Seg& dtp);
Address addressOf(const strict::Loop& loop);
/// NM103 to NM107, and N3, N4, DMG of the loop.
Person personOf(const strict::Loop& loop);
/// NM1, PRV, N3, N4, REF of a provider's loop.
Provider providerOf(const strict::Loop& loop, std::string_view taxonomyRole = {});
std::vector<QualifiedReference> referencesOf(const strict::Loop& loop, std::string_view without);
std::optional<Relationship> relationshipOf(std::string_view code);
std::optional<CoverageRank> rankOf(std::string_view code);
std::vector<Paperwork> paperworkOf(const strict::Loop& loop);
std::vector<Certification> certificationsOf(const strict::Loop& loop, std::string_view without = {});
std::vector<Adjustment> adjustmentsOf(const strict::Loop& loop);

/// One order for what a claim lists by qualifier: by qualifier, equal ones as they came.
void sortByQualifier(std::vector<QualifiedReference>& references);
void sortByQualifier(std::vector<QualifiedDate>& dates);
void sortByQualifier(std::vector<Certification>& certifications);
void sortByQualifier(std::vector<QualifiedNote>& notes);

}  // namespace cw::read_back
