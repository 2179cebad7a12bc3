// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/log_view.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/form_table.h"
#include "ui/form/text_block.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

class LogText
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::LogView)
};

QWidget *columnWidget(QVBoxLayout *&layout, int gap)
{
    auto *widget = new QWidget;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return widget;
}

bool isOpen(const Record &record)
{
    return record.type == "currentTask"_L1;
}

QList<Record> recordsFor(const FormContext &context, const forms::Module &module)
{
    const QStringList activities = json::texts(module.json, "filterActivity"_L1);
    const QStringList people = json::texts(module.json, "filterPerson"_L1);
    const QStringList routes = json::texts(module.json, "filterRoute"_L1);
    const bool showsOpen = forms::isYes(module.json.value("isTask"_L1));
    QList<Record> result;
    for (const Record &record : context.session.work().records) {
        const bool isWanted = (activities.isEmpty() || activities.contains(record.activityName))
            && (people.isEmpty() || people.contains(nameOf(record.person)))
            && (routes.isEmpty() || routes.contains(record.routeName));
        if (isWanted && (!isOpen(record) || showsOpen)) {
            result.append(record);
        }
    }
    return result;
}

QString timeText(const Record &record, const QString &format)
{
    return record.timeUtc.isValid() ? QLocale().toString(record.timeUtc.toLocalTime(), format)
                                    : QString();
}

QWidget *logTable(const FormContext &context, const QList<Record> &records)
{
    const FormLook &look = context.look;
    const QStringList heads{ LogText::tr("Activity"), LogText::tr("Handler"),
                             LogText::tr("Unit"),     LogText::tr("Time"),
                             LogText::tr("Decision"), LogText::tr("Opinion") };
    static constexpr double Shares[] = { 16, 11, 13, 17, 15, 28 };
    QList<TableCell> cells;
    const auto add = [&](int row, int column, const QString &text, Token token, bool isHead) {
        TableCell cell;
        cell.row = row;
        cell.column = column;
        cell.texts = { CellText{ {}, text, false } };
        cell.font = look.font(isHead ? TypeStep::Small : TypeStep::Base);
        cell.textColour = look.colour(token);
        cell.align = Qt::AlignLeft | Qt::AlignVCenter;
        cell.background = look.colour(isHead ? Token::Surface2 : Token::Surface);
        cell.width = forms::StyleLength{ Shares[column], true };
        cell.isHead = isHead;
        cell.leastHeight = look.px(36);
        cells.append(cell);
    };
    for (int column = 0; column < heads.size(); ++column) {
        add(0, column, heads[column], Token::Text2, true);
    }
    int row = 1;
    for (const Record &record : records) {
        const bool isPending = isOpen(record);
        const Token token = isPending ? Token::Accent : Token::Text;
        add(row, 0, record.activityName, token, false);
        add(row, 1, nameOf(record.person), token, false);
        add(row, 2, nameOf(record.unit), token, false);
        add(row, 3, timeText(record, u"yyyy-MM-dd HH:mm"_s), token, false);
        add(row, 4, isPending ? LogText::tr("in hand") : record.routeName, token, false);
        add(row, 5, record.opinion, token, false);
        ++row;
    }
    return new FormTable(look, cells, look.lineColour({}));
}

} // namespace

QList<LogLine> logLines(const QString &style, const Record &record)
{
    const std::pair<QLatin1StringView, QString> fields[] = {
        { "{person}"_L1, nameOf(record.person) },
        { "{department}"_L1, nameOf(record.unit) },
        { "{company}"_L1, QString() },
        { "{route}"_L1, record.routeName },
        { "{time}"_L1, timeText(record, u"yyyy-MM-dd HH:mm"_s) },
        { "{date}"_L1, timeText(record, u"yyyy-MM-dd"_s) },
        { "{startTime}"_L1, QString() },
        { "{startDate}"_L1, QString() },
        { "{opinion}"_L1, record.opinion.isEmpty() ? record.routeName : record.opinion },
        { "{activity}"_L1, record.activityName },
        { "{arrivedActivity}"_L1, record.nextActivities.join(u", "_s) },
        { "{next}"_L1, record.nextIdentities.join(u", "_s) },
        { "{empowerTo}"_L1, QString() },
        { "{img}"_L1, QString() },
    };
    static const QRegularExpression breaks(u"(?=<div|<p\\b|<br)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    QList<LogLine> lines;
    const QString source = style.isEmpty() ? u"<div>{opinion}</div><div style='text-align:right;"
                                             "color:#888888'>{person}　{activity}　{time}</div>"_s
                                           : style.left(4000);
    for (const QString &part : source.split(breaks, Qt::SkipEmptyParts)) {
        LogLine line;
        const QString head = part.section(u'>', 0, 0).toLower();
        line.isRight = head.contains("right"_L1);
        line.isQuiet = head.contains("color"_L1);
        line.text = QString(part).remove(tags);
        for (const auto &[name, value] : fields) { // after the tags: values are never markup
            line.text.replace(name, value);
        }
        line.text = line.text.trimmed();
        if (!line.text.isEmpty()) {
            lines.append(line);
        }
    }
    return lines;
}

QWidget *makeLog(const FormContext &context, const forms::Module &module)
{
    const FormLook &look = context.look;
    const QList<Record> records = recordsFor(context, module);
    QVBoxLayout *layout = nullptr;
    QWidget *block = columnWidget(layout, look.px(4));
    if (json::text(module.json, "mode"_L1) == "table"_L1 && !records.isEmpty()) {
        layout->addWidget(logTable(context, records));
        return block;
    }
    for (const Record &record : records) {
        Record shown = record;
        if (isOpen(record)) {
            shown.opinion = LogText::tr("in hand");
        }
        const QString style = json::text(module.json, "mode"_L1) == "text"_L1
            ? json::text(module.json, "textStyle"_L1)
            : QString();
        for (const LogLine &line : logLines(style, shown)) {
            TextLook text;
            text.font = look.font(line.isQuiet ? TypeStep::Small : TypeStep::Base);
            text.colour = look.colour(line.isQuiet || line.isRight ? Token::Text2 : Token::Text);
            text.align = (line.isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
            layout->addWidget(new TextBlock(line.text, text));
        }
    }
    return block;
}

QWidget *makeFlow(const FormContext &context, const forms::Module &module)
{
    const FormLook &look = context.look;
    QVBoxLayout *layout = nullptr;
    QWidget *block = columnWidget(layout, look.px(4));
    QStringList way;
    for (const Record &record : context.session.work().records) {
        const QString step = isOpen(record)
            ? LogText::tr("%1 (in hand: %2)").arg(record.activityName, nameOf(record.person))
            : record.activityName;
        if (way.isEmpty() || way.last() != step) {
            way.append(step);
        }
    }
    if (!way.isEmpty()) {
        TextLook text;
        text.font = look.font(TypeStep::Base);
        text.colour = look.colour(Token::Text);
        layout->addWidget(new TextBlock(way.join(u"  →  "_s), text));
    }
    if (!look.isPaper()) {
        auto *open = new QPushButton(LogText::tr("Flow chart in the browser"));
        open->setObjectName(u"browser:"_s + module.id);
        open->setProperty("role", u"link"_s);
        open->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        FormHost *host = &context.host;
        QObject::connect(open, &QPushButton::clicked, host, [host, id = module.id] {
            Q_EMIT host->browserWanted(id);
        });
        layout->addWidget(open);
    }
    return block;
}

} // namespace andu::ui
