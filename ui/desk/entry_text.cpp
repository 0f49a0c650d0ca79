#include "ui/desk/entry_text.h"

#include "ui/widgets/text.h"

#include <QRegularExpression>
#include <QStringList>

namespace cw::ui {

namespace {

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    return text.trimmed().split(separators, Qt::SkipEmptyParts);
}

Result<Date> parseDay(const QString& text, Date service)
{
    static const QRegularExpression monthAndDay(QStringLiteral("^\\d{2}-\\d{2}$"));
    const bool isShort = monthAndDay.match(text).hasMatch();
    return Date::parse(isShort ? qs(service.iso()).left(5).toStdString() + utf8(text) : utf8(text));
}

/// 11 digits from the forms on packages: 4-4-2, 5-3-2 and 5-4-1 get their zero (FDA and CMS crosswalk).
QString elevenDigits(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('-'));
    if (parts.size() != 3) return text;
    return parts[0].rightJustified(5, QLatin1Char('0')) + parts[1].rightJustified(4, QLatin1Char('0')) +
           parts[2].rightJustified(2, QLatin1Char('0'));
}

}  // namespace

Result<std::vector<Modifier>> parseModifiers(const QString& text)
{
    QStringList words = wordsOf(text.toUpper());
    if (words.size() == 1 && words.front().size() > 2 && words.front().size() % 2 == 0) {
        const QString joined = words.takeFirst();
        for (int i = 0; i < joined.size(); i += 2) words.append(joined.mid(i, 2));
    }
    if (words.size() > 4) {
        return Error{ErrorKind::invalidInput, "UI-020", "a line has room for four modifiers"};
    }
    std::vector<Modifier> modifiers;
    for (const QString& word : words) {
        CW_TRY(const auto modifier, Modifier::parse(utf8(word)));
        modifiers.push_back(modifier);
    }
    return modifiers;
}

Result<std::optional<Money>> parseCharge(const QString& text)
{
    QString plain = text.trimmed();
    if (plain.startsWith(QLatin1Char('$'))) plain.remove(0, 1);
    plain.remove(QLatin1Char(','));
    if (plain.isEmpty()) return std::optional<Money>();
    CW_TRY(const auto money, Money::parse(utf8(plain)));
    return std::optional<Money>(money);
}

Result<std::pair<Date, Date>> parseDates(const QString& text, Date service)
{
    static const QRegularExpression between(QStringLiteral("\\s+to\\s+|\\s*\\x{2013}\\s*|\\s+"));
    const QStringList words = text.trimmed().split(between, Qt::SkipEmptyParts);
    const Error expected{ErrorKind::invalidInput, "UI-021", "a date as 2025-03-18 or 03-18, or first and last day"};
    if (words.isEmpty() || words.size() > 2) return expected;
    const auto first = parseDay(words.front(), service);
    const auto last = parseDay(words.back(), service);
    if (!first || !last || *last < *first) return expected;
    return std::make_pair(*first, *last);
}

Result<std::optional<DrugCode>> parseDrugCode(const QString& text)
{
    const QStringList words = wordsOf(text.toUpper());
    if (words.isEmpty()) return std::optional<DrugCode>();
    static const QRegularExpression digits(QStringLiteral("^\\d{11}$"));
    static const QStringList unitsOfMeasure = {QStringLiteral("F2"), QStringLiteral("GR"), QStringLiteral("ME"),
                                               QStringLiteral("ML"), QStringLiteral("UN")};
    const QString code = elevenDigits(words.front());
    const auto quantity = words.size() == 3 ? Quantity::parse(utf8(words[1])) : Quantity::parse("");
    if (!digits.match(code).hasMatch() || !quantity || !unitsOfMeasure.contains(words.last())) {
        return Error{
            ErrorKind::invalidInput, "UI-022",
            "the NDC with 11 digits (5-4-2), the quantity, and the unit F2, GR, ME, ML or UN: 00003-0293-05 2 ML"};
    }
    DrugCode drug;
    drug.code = utf8(code);
    drug.quantity = *quantity;
    drug.unit = utf8(words.last());
    return std::optional<DrugCode>(drug);
}

QString drugCodeText(const std::optional<DrugCode>& drug)
{
    if (!drug) return {};
    return QStringLiteral("%1 %2 %3").arg(qs(drug->code), qs(drug->quantity.decimal()), qs(drug->unit));
}

}  // namespace cw::ui
