#include "ui/desk/viewer/document_accessible.h"

#include "ui/desk/viewer/document_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace cw::ui {

namespace {

class DocumentAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit DocumentAccessible(DocumentView* view) : QAccessibleWidget(view, QAccessible::Document) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int, int* begin, int* end) const override
    {
        const auto [first, last] = view().selectedRange();
        *begin = first.offset;
        *end = last.offset;
    }
    int selectionCount() const override
    {
        const auto [first, last] = view().selectedRange();
        return first == last ? 0 : 1;
    }
    void addSelection(int begin, int end) override { setSelection(0, begin, end); }
    void removeSelection(int) override { view().clearSelection(); }
    void setSelection(int, int begin, int end) override
    {
        view().setCaret({page(), begin});
        view().setCaret({page(), end}, true);
    }
    int cursorPosition() const override { return view().caretPosition().offset; }
    void setCursorPosition(int position) override { view().setCaret({page(), position}); }
    QString text(int begin, int end) const override { return all().mid(begin, std::max(0, end - begin)); }
    int characterCount() const override { return static_cast<int>(all().size()); }
    QRect characterRect(int offset) const override
    {
        const QRect box = view().screenBox({page(), offset, std::min(offset + 1, characterCount())});
        return {view().viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    int offsetAtPoint(const QPoint& point) const override
    {
        const auto at = view().positionAtViewport(view().viewport()->mapFromGlobal(point));
        return at.page == page() ? at.offset : -1;
    }
    void scrollToSubstring(int begin, int end) override { view().reveal(FoundRange{page(), begin, end}); }
    QString attributes(int, int* begin, int* end) const override
    {
        *begin = 0;
        *end = characterCount();
        return {};
    }

private:
    DocumentView& view() const { return *static_cast<DocumentView*>(widget()); }
    int page() const { return view().caretPosition().page; }
    QString all() const { return view().pageText(page()); }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<DocumentView*>(object);
    return view ? new DocumentAccessible(view) : nullptr;
}

}  // namespace

void makeAccessible(DocumentView& view)
{
    QAccessible::installFactory(makeInterface);
    QObject::connect(&view, &DocumentView::caretMoved, &view, [&view] {
        if (!QAccessible::isActive()) return;
        QAccessibleTextCursorEvent event(&view, view.caretPosition().offset);
        QAccessible::updateAccessibility(&event);
    });
    QObject::connect(&view, &DocumentView::selectionChanged, &view, [&view] {
        if (!QAccessible::isActive()) return;
        const auto [first, last] = view.selectedRange();
        QAccessibleTextSelectionEvent event(&view, first.offset, last.offset);
        QAccessible::updateAccessibility(&event);
    });
}

}  // namespace cw::ui
