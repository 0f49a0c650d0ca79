#pragma once

#include "app/chart_desk.h"

namespace cw::app {

/// The rules in a transaction of the caller. Fails with corrupt (APP-161) when the setting cannot be read.
Result<std::vector<DocumentTypeRule>> documentTypeRules(Workspace& workspace, ReadTx& tx);

/// Whether a code may be offered from the words of a document of this type. Prefixes are held against codes that can be
/// accepted (ICD-10-CM, ICD-10-PCS, CPT, HCPCS); labels of other systems always stay.
bool mayOffer(const std::vector<DocumentTypeRule>& rules, DocumentType type, const SourceCode& code);

/// Codes from the sources of a chart without those that the rules leave out.
Result<std::vector<DocumentRepository::StoredCode>> offeredCodes(Workspace& workspace, ReadTx& tx,
                                                                 EncounterRowId encounter);

}  // namespace cw::app
