#include "import/documents/image_sizes.h"
#include "import/documents/pdf_names.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

namespace cw {

namespace {

Result<PagedFacts> onePage(const Status& status)
{
    if (!status) return status.error();
    return PagedFacts{1, false, {}};
}

Error refusedAction(std::string_view label, std::string_view what)
{
    return {ErrorKind::invalidInput, "IMPORT-220",
            std::string(label) + ": the PDF holds " + std::string(what) +
                "; it was refused and nothing was run. Print it to a new PDF and import that"};
}

}  // namespace

Result<PagedFacts> checkPdf(std::string_view bytes, std::string_view label, const IncomingOptions& options)
{
    const auto marks = readPdfMarks(bytes);
    if (marks.hasScript) return refusedAction(label, "a script (JavaScript)");
    if (marks.hasLaunch) return refusedAction(label, "an action that starts a program (Launch)");
    if (marks.opensWithAction) return refusedAction(label, "an action that is done on opening (OpenAction)");
    PagedFacts facts;
    if (marks.isProtected) {
        const bool isOpen =
            options.password.empty() && options.opensWithoutPassword && options.opensWithoutPassword(bytes);
        if (options.password.empty() && !isOpen)
            return passwordNeeded(label, "the PDF is protected; its password is needed");
        facts.isProtected = !isOpen;
    }
    if (marks.hasAttachment) facts.notes.emplace_back("files attached to the PDF were not taken in and never opened");
    return facts;
}

Result<PagedFacts> checkPaged(DocumentFormat format, std::string_view bytes, std::string_view label,
                              const IncomingOptions& options)
{
    switch (format) {
    case DocumentFormat::tiff: return checkTiff(bytes, label);
    case DocumentFormat::jpeg: return onePage(checkJpeg(bytes, label));
    case DocumentFormat::png: return onePage(checkPng(bytes, label));
    case DocumentFormat::gif: return onePage(checkGif(bytes, label));
    default: return checkPdf(bytes, label, options);
    }
}

Result<IncomingFile> readPagedFile(const SourceFile& file)
{
    CW_TRY(const auto format, recogniseDocument(file.bytes, file.name));
    CW_TRY(auto facts, checkPaged(format, file.bytes, file.name, file.options));
    NewDocument document;
    document.format = format;
    document.bytes = file.bytes;
    document.pages = facts.pages;
    if (facts.isProtected) document.password = file.options.password;
    return singleDocument(std::move(document), file.name, std::move(facts.notes));
}

}  // namespace cw
