#include "import/documents/incoming.h"

#include "chart/glance.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"
#include "import/zip_archive.h"

namespace cw {

namespace {

constexpr std::size_t sizeLimit = std::size_t{256} << 20U;

Result<IncomingFile> read(DocumentFormat format, const SourceFile& file)
{
    switch (format) {
    case DocumentFormat::plainText: return readTextFile(file);
    case DocumentFormat::rtf: return readRtfFile(file);
    case DocumentFormat::html: return readHtmlFile(file);
    case DocumentFormat::ccda: return readCcdaFile(file);
    case DocumentFormat::fhir: return readFhirFile(file);
    case DocumentFormat::hl7: return readHl7File(file);
    default: return readPagedFile(file);
    }
}

}  // namespace

Result<IncomingFile> readIncoming(std::string bytes, std::string_view name, const IncomingOptions& options,
                                  IdSource& ids, const Progress& progress)
{
    if (bytes.size() > sizeLimit)
        return Error{ErrorKind::invalidInput, "IMPORT-200", std::string(name) + ": larger than 256 MB"};
    const SourceFile file{bytes, name, options, ids, progress};
    if (ZipArchive::looksLikeZip(bytes)) return readZipFile(file);
    CW_CHECK(checkDocType(bytes, name));
    CW_TRY(const auto format, recogniseDocument(bytes, name));
    return read(format, file);
}

bool isEncounterJson(std::string_view bytes) noexcept
{
    std::string storage;
    const auto text = glance::beginning(bytes, storage);
    return glance::hasMember(text, "encounters") && !glance::hasMember(text, "resourceType");
}

}  // namespace cw
