#pragma once

namespace cw::ui {

class DocumentView;

/// Tells screen readers the words of the view, its caret and selection: of the page with the caret, as each page has offsets
/// of its own.
void makeAccessible(DocumentView& view);

}  // namespace cw::ui
