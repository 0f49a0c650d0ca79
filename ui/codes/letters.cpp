#include "ui/codes/letters.h"

namespace cw::ui {

QString lettersOf(const QString& text)
{
    QString letters;
    const QString plain = text.normalized(QString::NormalizationForm_D);
    for (const QChar c : plain)
        if (c.isLetterOrNumber()) letters += c.toLower();
    return letters;
}

}  // namespace cw::ui
