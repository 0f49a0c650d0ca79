#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <vector>

class QSplitter;

namespace cw::ui {

/// What a tab of the billing page shows.
class BillingView : public QWidget {
    Q_OBJECT

public:
    /// `context` is the page's and outlives the view.
    BillingView(PageContext& context, QWidget* parent) : QWidget(parent), m_context(context) {}
    virtual void load() = 0;  ///< Again; what is current stays current.
    virtual void focusFirst() = 0;
    virtual std::vector<QWidget*> panes() const = 0;  ///< In the order of F6.
    virtual void find(const QString& text) { Q_UNUSED(text) }
    virtual void exportClaims() {}

signals:
    void changed();  ///< Claims moved: queues and counts are to be loaded again.
    void statusText(const QString& text);
    void encounterRequested(const QString& encounterId, bool forReview);
    void fieldRequested(const QString& encounterId, const QString& pointer);
    void loaded();

protected:
    /// Fills the view: a list at the left, what belongs to it at the right.
    QSplitter* split(QWidget* left, QWidget* right);
    PageContext& m_context;
};

/// Columns one below the other without margins.
void stack(QWidget* on, std::initializer_list<QWidget*> widgets);

}  // namespace cw::ui
