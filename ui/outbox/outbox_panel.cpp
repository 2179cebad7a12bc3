// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outbox_panel.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "ui/text/error_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

ErrorCode codeOf(const QString &name)
{
    for (int code = 0; code <= int(ErrorCode::Cancelled); ++code) {
        if (nameOf(ErrorCode(code)) == name) {
            return ErrorCode(code);
        }
    }
    return ErrorCode::Refused;
}

QLabel *plain(const QString &text, const char *role = "")
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QString clockText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const bool isToday = local.date() == QDate::currentDate();
    return QLocale().toString(local, isToday ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString fileActionText(const Intent &intent)
{
    const QString action = intent.payload.value("action"_L1).toString();
    return action == u"remove"_s ? OutboxPanel::tr("Remove file")
        : action == u"replace"_s ? OutboxPanel::tr("Replace file")
                                 : OutboxPanel::tr("Add file");
}

} // namespace

QString phaseText(const sync::SyncStatus &status)
{
    const QString at = status.lastPullUtc.isValid() ? clockText(status.lastPullUtc) : QString();
    switch (status.phase) {
    case sync::SyncPhase::Syncing:
        return status.total > 0
            ? OutboxPanel::tr("Syncing %1/%2").arg(status.done).arg(status.total)
            : OutboxPanel::tr("Syncing");
    case sync::SyncPhase::Offline:
        return at.isEmpty() ? OutboxPanel::tr("Offline")
                            : OutboxPanel::tr("Offline · content as of %1").arg(at);
    case sync::SyncPhase::SignedOut:
        return OutboxPanel::tr("Sign in again");
    case sync::SyncPhase::Attention:
        return OutboxPanel::tr("Error");
    case sync::SyncPhase::Idle:
        break;
    }
    return at.isEmpty() ? OutboxPanel::tr("Not synced yet") : OutboxPanel::tr("Synced %1").arg(at);
}

OutboxPanel::OutboxPanel(store::Store &store,
                         sync::Commands &commands,
                         const Theme &theme,
                         QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_commands(commands)
    , m_theme(theme)
    , m_phase(plain({}))
    , m_last(plain({}, "secondary"))
    , m_entries(new QVBoxLayout)
{
    setObjectName(u"panel"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    auto *title = plain(tr("Outbox"));
    title->setFont(theme.font(TypeStep::Heading));
    head->addWidget(title, 1);
    auto *refresh = new QToolButton;
    refresh->setObjectName(u"syncNow"_s);
    refresh->setIcon(theme.icon(u"refresh"_s));
    refresh->setToolTip(tr("Sync now"));
    refresh->setAccessibleName(tr("Sync now"));
    connect(refresh, &QToolButton::clicked, this, &OutboxPanel::syncWanted);
    head->addWidget(refresh);
    auto *close = new QToolButton;
    close->setIcon(theme.icon(u"close"_s));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &OutboxPanel::closed);
    head->addWidget(close);
    layout->addLayout(head);
    auto *summary = new QFrame;
    auto *summaryLayout = new QHBoxLayout(summary);
    summaryLayout->setContentsMargins(16, 4, 16, 12);
    QFont bold = theme.font(TypeStep::Base);
    bold.setBold(true);
    m_phase->setFont(bold);
    summaryLayout->addWidget(m_phase, 1);
    summaryLayout->addWidget(m_last);
    layout->addWidget(summary);

    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    m_entries->setSpacing(0);
    pageLayout->addLayout(m_entries);
    pageLayout->addStretch();
    area->setWidget(page);
    layout->addWidget(area, 1);
    auto *foot = plain(
        tr("The outbox is kept encrypted on this computer; switching off loses nothing."), "hint");
    foot->setFont(theme.font(TypeStep::Caption));
    foot->setContentsMargins(16, 8, 16, 10);
    layout->addWidget(foot);

    connect(&m_store, &store::Store::changed, this, [this](store::Topics topics) {
        if (topics.testFlag(store::Topic::Outbox)) {
            reload();
        }
    });
    reload();
}

void OutboxPanel::setStatus(const sync::SyncStatus &status)
{
    m_phase->setText(phaseText(status));
    m_last->setText(status.lastPullUtc.isValid()
                        ? tr("last complete sync %1").arg(clockText(status.lastPullUtc))
                        : QString());
}

void OutboxPanel::reload()
{
    const auto reading = m_store.read<QList<Intent>>(
        [](store::Connection &connection) { return store::Outbox(connection).list(); });
    whenDone(reading, this, [this](const Result<QList<Intent>> &intents) {
        if (intents) {
            show(*intents);
        }
    });
}

void OutboxPanel::show(const QList<Intent> &intents)
{
    static constexpr int MaxDelivered = 30;
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<Intent> attention;
    QList<Intent> waiting;
    QList<Intent> delivered;
    for (const Intent &intent : intents) {
        switch (intent.state) {
        case IntentState::Attention:
            attention.append(intent);
            break;
        case IntentState::Delivered:
            delivered.prepend(intent);
            break;
        default:
            waiting.append(intent);
        }
    }
    const auto section = [this](const QString &title, const QList<Intent> &list, Token token) {
        if (list.isEmpty()) {
            return;
        }
        m_entries->addWidget(makeHead(title, int(list.size()), token));
        for (const Intent &intent : list.mid(0, MaxDelivered)) {
            m_entries->addWidget(makeEntry(intent));
        }
    };
    section(tr("Needs attention"), attention, Token::Danger);
    section(tr("Queued"), waiting, Token::Accent);
    section(tr("Delivered"), delivered, Token::Ok);
    if (intents.isEmpty()) {
        QLabel *empty
            = plain(tr("Nothing is waiting. What you send appears here until the server has "
                       "confirmed it."),
                    "hint");
        empty->setContentsMargins(16, 24, 16, 24);
        m_entries->addWidget(empty);
    }
    Q_EMIT countsChanged(int(waiting.size() + attention.size()), int(attention.size()));
}

QWidget *OutboxPanel::makeHead(const QString &text, int count, Token token) const
{
    auto *head = new QLabel(text + u"  "_s + QString::number(count));
    head->setTextFormat(Qt::PlainText);
    QFont font = m_theme.font(TypeStep::Caption);
    font.setBold(true);
    head->setFont(font);
    head->setContentsMargins(16, 0, 16, 0);
    head->setFixedHeight(28);
    head->setStyleSheet(u"background: %1; color: %2;"_s.arg(m_theme.colour(Token::Surface2).name(),
                                                            m_theme.colour(token).name()));
    return head;
}

QWidget *OutboxPanel::makeEntry(const Intent &intent)
{
    auto *entry = new QFrame;
    entry->setObjectName(u"intent/"_s + intent.id.text());
    auto *layout = new QVBoxLayout(entry);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *icon = new QLabel;
    const bool isFile = intent.kind == IntentKind::UploadAttachment;
    icon->setPixmap(m_theme.pixmap(isFile ? u"attach"_s : u"todo"_s, Token::Text2, 16, 2));
    first->addWidget(icon, 0, Qt::AlignTop);
    const QString route
        = isFile ? fileActionText(intent) : intent.payload.value("route"_L1).toString();
    first->addWidget(plain(route.isEmpty() ? intent.title : route + u"："_s + intent.title), 1);
    QString state = tr("queued");
    const char *role = "accent";
    if (intent.state == IntentState::Delivered) {
        state = tr("delivered");
        role = "ok";
    } else if (intent.state == IntentState::Attention) {
        state = tr("needs attention");
        role = "danger";
    } else if (intent.state == IntentState::Sending) {
        state = tr("sending");
    }
    QLabel *mark = plain(state, role);
    mark->setWordWrap(false);
    mark->setFont(m_theme.font(TypeStep::Caption));
    first->addWidget(mark, 0, Qt::AlignTop);
    layout->addLayout(first);
    QString line = tr("written %1").arg(clockText(intent.createdUtc));
    if (intent.deliveredUtc) {
        line += u" · "_s + tr("delivered %1").arg(clockText(*intent.deliveredUtc));
    } else if (intent.attempts > 0) {
        line += u" · "_s + tr("%n attempt(s)", nullptr, intent.attempts);
    }
    const QString opinion = intent.payload.value("opinion"_L1).toString();
    if (isFile) {
        line += u" · "_s + intent.payload.value("todo"_L1).toString().left(40);
    }
    if (!opinion.isEmpty()) {
        line += u" · “"_s + opinion.left(40) + u"”"_s;
    }
    QLabel *second = plain(line, "secondary");
    second->setFont(m_theme.font(TypeStep::Caption));
    second->setContentsMargins(24, 0, 0, 0);
    layout->addWidget(second);
    if (intent.state != IntentState::Delivered) {
        layout->addWidget(makeSteps(intent));
    }
    if (intent.state == IntentState::Attention) {
        layout->addWidget(makeTrouble(intent));
    } else if (intent.state == IntentState::Queued) {
        layout->addWidget(makeQueuedActions(intent));
    } else if (intent.state == IntentState::Sending && isFile) {
        layout->addWidget(makeUpload(intent));
    }
    auto *line2 = new QFrame;
    line2->setProperty("role", u"line"_s);
    line2->setFixedHeight(1);
    layout->addWidget(line2);
    return entry;
}

/// The requests of a send in their order, and how far it has come.
QWidget *OutboxPanel::makeSteps(const Intent &intent) const
{
    struct Step
    {
        QString name;
        QString text;
    };
    QList<Step> steps;
    const bool hasData = !intent.payload.value("changes"_L1).toObject().isEmpty();
    if (hasData && intent.kind != IntentKind::StartProcess) {
        steps.append({ u"save"_s, tr("Save form") });
    }
    if (intent.payload.contains("ink"_L1)) {
        steps.append({ u"media"_s, tr("Upload handwriting") });
    }
    if (intent.kind == IntentKind::ProcessTask) {
        steps.append({ u"process"_s, tr("Submit") });
        steps.append({ u"verify"_s, tr("Check on the server") });
    } else if (intent.kind == IntentKind::ConfirmRead) {
        steps.append({ u"read"_s, tr("Mark as read") });
    } else if (intent.kind == IntentKind::StartProcess) {
        steps.append({ u"draft"_s, tr("Save draft") });
        steps.append({ u"start"_s, tr("Start") });
    } else if (intent.kind == IntentKind::UploadAttachment) {
        const bool isRemoval = intent.payload.value("action"_L1) == "remove"_L1;
        steps.append(isRemoval ? Step{ u"remove"_s, tr("Remove file") }
                               : Step{ u"upload"_s, tr("Upload file") });
    }
    qsizetype reached = -1;
    for (qsizetype at = 0; at < steps.size(); ++at) {
        reached = steps[at].name == intent.step ? at : reached;
    }
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 0, 0, 0);
    row->setSpacing(6);
    for (qsizetype at = 0; at < steps.size(); ++at) {
        if (at > 0) {
            row->addWidget(plain(u"—"_s, "hint"));
        }
        const bool isDone = at < reached;
        const bool isNow = at == reached;
        const Token token = isDone ? Token::Ok : isNow ? Token::Accent : Token::Text3;
        auto *icon = new QLabel;
        icon->setPixmap(m_theme.pixmap(isDone      ? u"delivered"_s
                                           : isNow ? u"syncing"_s
                                                   : u"queued"_s,
                                       token,
                                       14,
                                       2));
        row->addWidget(icon);
        QLabel *text = plain(steps[at].text, isDone ? "ok" : isNow ? "accent" : "hint");
        text->setFont(m_theme.font(TypeStep::Caption));
        text->setWordWrap(false);
        row->addWidget(text);
    }
    row->addStretch();
    return bar;
}

QWidget *OutboxPanel::makeQueuedActions(const Intent &intent)
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(24, 0, 0, 0);
    row->setSpacing(16);
    auto *take = new QPushButton(tr("Take back"));
    take->setProperty("role", u"link"_s);
    const IntentId id = intent.id;
    connect(take, &QPushButton::clicked, this, [this, id] {
        whenDone(m_commands.discard(id), this, [this](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(errorText(done.error()));
            }
        });
    });
    row->addWidget(take);
    const auto task = TaskId::parse(intent.payload.value("task"_L1).toString());
    if (task) {
        auto *open = new QPushButton(tr("Open todo"));
        open->setProperty("role", u"link"_s);
        connect(
            open, &QPushButton::clicked, this, [this, task = *task] { Q_EMIT todoWanted(task); });
        row->addWidget(open);
    }
    row->addStretch();
    return actions;
}

/// What gets an entry on that would fail again as it is; nullptr when there is no such way.
QPushButton *OutboxPanel::makeBetterWay(const Intent &intent)
{
    const auto task = TaskId::parse(intent.payload.value("task"_L1).toString());
    if (task && !intent.payload.value("theirs"_L1).toObject().isEmpty()) {
        auto *button = new QPushButton(m_theme.icon(u"compare"_s), tr("Compare and decide"));
        button->setObjectName(u"compare/"_s + intent.id.text());
        connect(button, &QPushButton::clicked, this, [this, id = *task] { Q_EMIT todoWanted(id); });
        return button;
    }
    if (intent.payload.value("action"_L1) == "replace"_L1) {
        auto *button = new QPushButton(m_theme.icon(u"plus"_s), tr("Add as another file"));
        button->setObjectName(u"beside/"_s + intent.id.text());
        connect(button, &QPushButton::clicked, this, [this, id = intent.id] {
            whenDone(m_commands.sendAsNew(id), this, [this](const Result<void> &done) {
                if (!done) {
                    Q_EMIT failed(errorText(done.error()));
                }
            });
        });
        return button;
    }
    return nullptr;
}

QWidget *OutboxPanel::makeTrouble(const Intent &intent)
{
    auto *box = new QFrame;
    box->setObjectName(u"errorStrip"_s);
    auto *layout = new QVBoxLayout(box);
    Error error;
    error.code = codeOf(intent.errorCode);
    const bool isServersWord = error.code == ErrorCode::Refused;
    error.serverMessage = isServersWord ? intent.errorText : QString();
    layout->addWidget(plain(errorText(error)));
    const QString technical = intent.errorCode + u"  "_s + intent.errorText.left(400) + u'\n'
        + intent.step + u"  "_s + intent.id.text();
    auto *detail = new QWidget;
    auto *detailRow = new QHBoxLayout(detail);
    detailRow->setContentsMargins(0, 0, 0, 0);
    QLabel *detailText = plain(technical, "secondary");
    detailText->setFont(m_theme.font(TypeStep::Caption));
    detailText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detailRow->addWidget(detailText, 1);
    auto *copy = new QPushButton(m_theme.icon(u"copy"_s), tr("Copy"));
    copy->setProperty("role", u"text"_s);
    connect(copy, &QPushButton::clicked, this, [technical] {
        QGuiApplication::clipboard()->setText(technical);
    });
    detailRow->addWidget(copy, 0, Qt::AlignTop);
    detail->hide();
    auto *row = new QHBoxLayout;
    const bool isFile = intent.kind == IntentKind::UploadAttachment;
    QPushButton *better = makeBetterWay(intent);
    if (better) {
        better->setProperty("role", u"primary"_s);
        row->addWidget(better);
    }
    auto *again = new QPushButton(m_theme.icon(u"refresh"_s), tr("Try again"));
    again->setProperty("role", better ? QString() : u"primary"_s);
    auto *drop = new QPushButton(isFile ? tr("Give up") : tr("Give up, keep as draft"));
    auto *more = new QPushButton(tr("Technical details"));
    more->setProperty("role", u"link"_s);
    row->addWidget(again);
    row->addWidget(drop);
    row->addStretch();
    row->addWidget(more);
    layout->addLayout(row);
    layout->addWidget(detail);
    const IntentId id = intent.id;
    const auto report = [this](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(errorText(done.error()));
        }
    };
    connect(again, &QPushButton::clicked, this, [this, id, report] {
        whenDone(m_commands.retry(id), this, report);
    });
    connect(drop, &QPushButton::clicked, this, [this, id, report] {
        whenDone(m_commands.discard(id), this, report);
    });
    connect(more, &QPushButton::clicked, detail, [detail] {
        detail->setVisible(!detail->isVisible());
    });
    return box;
}

void OutboxPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace andu::ui
