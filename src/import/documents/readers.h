#pragma once

#include "import/documents/incoming.h"

#include <string>
#include <string_view>

namespace cw {

/// What every reader gets: the whole file and how it is called.
struct SourceFile {
    std::string_view bytes;
    std::string_view name;  ///< File name without folders, for messages.
    const IncomingOptions& options;
    IdSource& ids;
    const Progress& progress;
};

/// One reader per kind; `readIncoming` chooses. All fail with invalidInput naming file, place and what was expected.
Result<IncomingFile> readTextFile(const SourceFile& file);  ///< Any usual encoding.
Result<IncomingFile> readRtfFile(const SourceFile& file);
Result<IncomingFile> readHtmlFile(const SourceFile& file);   ///< Scripts, styles, forms and remote content dropped.
Result<IncomingFile> readPagedFile(const SourceFile& file);  ///< PDF, TIFF, JPEG, PNG, GIF: checked, not rendered.
Result<IncomingFile> readZipFile(const SourceFile& file);    ///< Its files one by one, as if from a folder.
Result<IncomingFile> readCcdaFile(const SourceFile& file);
Result<IncomingFile> readFhirFile(const SourceFile& file);
Result<IncomingFile> readHl7File(const SourceFile& file);

/// A document inside another: nonXMLBody, OBX ED, Attachment.data, already decoded. Told by content; `mediaType` decides
/// only between kinds of text. Never patient data in the title. Fails as recogniseDocument does.
Result<NewDocument> readEmbedded(std::string bytes, std::string_view mediaType, std::string_view title,
                                 std::string_view record);

/// Standard base64 with white space; padding may lack. Fails with invalidInput (IMPORT-202).
Result<std::string> decodeBase64(std::string_view text, std::string_view record);

/// The text in UTF-8: by byte order mark (8, 16, 32), by `declared` when it names an encoding, else UTF-8 when valid, else
/// Windows-1252. Fails with invalidInput (IMPORT-203) for an encoding that we do not read.
Result<std::string> toUtf8(std::string_view bytes, std::string_view declared, std::string_view record);

/// Document type of a LOINC document code (C-CDA code, FHIR DocumentReference.type, TXA-2 …), else by the words of its
/// title. Source: LOINC document ontology, the codes of C-CDA R2.1 chapter 1.
DocumentType documentTypeOf(std::string_view loinc, std::string_view title);
/// Name in SourceCode::system of an OID ("2.16.840.1.113883.6.90", with or without "urn:oid:"), a FHIR URI or an HL7 table
/// 0396 name (I10C, ICD10, C4, SCT, LN …); the text itself when it is none we know.
std::string codeSystemOf(std::string_view identifier);

}  // namespace cw
