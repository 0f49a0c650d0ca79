#pragma once

#include "app/billing/denial_desk.h"
#include "ui/billing/billing_view.h"

#include <QObject>

namespace cw::ui {

/// What a person does about a rejection or denial: each step is kept with who and when.
class WorkActions final : public QObject {
    Q_OBJECT

public:
    WorkActions(PageContext& context, QWidget* parent) : QObject(parent), m_context(context), m_parent(parent) {}
    void note(const WorkItem& item);
    void appeal(const WorkItem& item);  ///< The next level.
    void close(const WorkItem& item);
    void packet(const WorkItem& item);  ///< One PDF, into a folder that is asked for.

signals:
    void done(const QString& what);

private:
    void save(const WorkItem& item, const std::string& action, const QString& note, const QString& what);
    void writePacket(const WorkItem& item, const QString& letter, const QString& folder);
    PageContext& m_context;
    QWidget* m_parent;
};

}  // namespace cw::ui
