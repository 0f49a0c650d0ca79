#pragma once

#include "import/documents/ccda/xml.h"
#include "import/documents/incoming.h"

namespace cw::ccda {

/// The document inside a nonXMLBody (C-CDA R2.1, 1.2.14 Unstructured Document), told by its content: text, RTF, HTML, PDF or
/// an image. `label` names the file in messages. Fails with invalidInput: IMPORT-236 (it stands in another file, which is
/// never fetched), IMPORT-237 (empty), IMPORT-238 (compression that we do not read), IMPORT-239 (packed data damaged),
/// IMPORT-240 (larger than 256 MB unpacked), and as decodeBase64() and readEmbedded() do.
Result<NewDocument> readUnstructured(pugi::xml_node body, std::string_view title, const std::string& label);

}  // namespace cw::ccda
