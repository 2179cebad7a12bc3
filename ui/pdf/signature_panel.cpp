// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/signature_panel.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/certificate_dialog.h"
#include "ui/pdf/change_text.h"
#include "ui/pdf/pdf_text.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

using pdf::verify::SignatureReport;

namespace {

constexpr int PanelWidth = 312;
constexpr int PanelMargins = 40; ///< Left and right, and the scroll bar.
constexpr int MaxListed = 12;

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QLabel *plain(const QString &words, const QFont &font, const QString &role = {})
{
    auto *label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setWordWrap(true);
    if (!role.isEmpty()) {
        label->setProperty("role", role);
    }
    return label;
}

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    return line;
}

} // namespace

SignaturePanel::SignaturePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_count(new QLabel)
    , m_recheck(new QToolButton)
    , m_verdict(new QFrame)
    , m_verdictIcon(new QLabel)
    , m_verdictTitle(plain({}, theme.font(TypeStep::Base)))
    , m_verdictText(plain({}, theme.font(TypeStep::Small)))
    , m_longTerm(new QPushButton)
    , m_items(new QVBoxLayout)
    , m_export(new QPushButton(tr("Export report")))
    , m_when(plain({}, theme.font(TypeStep::Caption), u"secondary"_s))
{
    setObjectName(u"pdfPanel"_s);
    setFixedWidth(PanelWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addLayout(makeVerdict());
    auto *longTerm = new QHBoxLayout;
    longTerm->setContentsMargins(16, 0, 16, 8);
    m_longTerm->setObjectName(u"addLongTerm"_s);
    m_longTerm->hide();
    longTerm->addWidget(m_longTerm);
    longTerm->addStretch();
    layout->addLayout(longTerm);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget;
    m_items->setContentsMargins(0, 0, 0, 0);
    m_items->setSpacing(0);
    auto *outer = new QVBoxLayout(list);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_items);
    outer->addStretch();
    scroll->setWidget(list);
    layout->addWidget(scroll, 1);
    layout->addWidget(hairline());
    layout->addLayout(makeFoot());
    connect(m_export, &QPushButton::clicked, this, &SignaturePanel::exportWanted);
    connect(m_recheck, &QToolButton::clicked, this, &SignaturePanel::recheckWanted);
    connect(&m_theme, &Theme::changed, this, &SignaturePanel::refresh);
    clear();
}

void SignaturePanel::setLongTermAction(QAction *action)
{
    const auto follow = [this, action] {
        m_longTerm->setText(action->text());
        m_longTerm->setVisible(action->isEnabled());
        m_longTerm->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, this, follow);
    connect(m_longTerm, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

QLayout *SignaturePanel::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 12, 8);
    m_count->setObjectName(u"signatureCount"_s);
    m_count->setFont(m_theme.font(TypeStep::Heading));
    m_recheck->setObjectName(u"recheck"_s);
    m_recheck->setAccessibleName(tr("Check again"));
    m_recheck->setToolTip(tr("Check again"));
    head->addWidget(m_count, 1);
    head->addWidget(m_recheck);
    return head;
}

QLayout *SignaturePanel::makeVerdict()
{
    m_verdict->setObjectName(u"verdict"_s);
    auto *strip = new QHBoxLayout(m_verdict);
    strip->setContentsMargins(12, 10, 12, 10);
    strip->setSpacing(8);
    strip->addWidget(m_verdictIcon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_verdictTitle->setObjectName(u"verdictTitle"_s);
    m_verdictText->setObjectName(u"verdictText"_s);
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    m_verdictTitle->setFont(bold);
    words->addWidget(m_verdictTitle);
    words->addWidget(m_verdictText);
    strip->addLayout(words, 1);
    auto *verdictRow = new QHBoxLayout;
    verdictRow->setContentsMargins(16, 0, 16, 12);
    verdictRow->addWidget(m_verdict);
    return verdictRow;
}

QLayout *SignaturePanel::makeFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    m_export->setObjectName(u"exportReport"_s);
    m_when->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    foot->addWidget(m_export);
    foot->addWidget(m_when, 1);
    return foot;
}

void SignaturePanel::clear()
{
    ++m_checks;
    m_check.reset();
    refresh();
}

void SignaturePanel::check(const pdf::view::Content &content,
                           const pdf::view::SharedSecret &password,
                           const TrustSettings &trust,
                           const std::shared_ptr<pdf::SealBook> &book)
{
    clear();
    showVerdict({ Tone::Neutral, tr("Checking…"), tr("The signatures are being verified.") });
    const auto work = [content, password, trust, book] {
        return checkDocument(content, password, trust, book.get());
    };
    whenDone(
        inBackground(work), this, [this, number = m_checks](const Result<DocumentCheck> &check) {
            if (number != m_checks) {
                return;
            }
            if (check) {
                m_check = *check;
                refresh();
            } else {
                showFailure(check.error());
            }
            Q_EMIT checked();
        });
}

void SignaturePanel::refresh()
{
    m_recheck->setIcon(m_theme.icon(u"refresh"_s));
    m_export->setIcon(m_theme.icon(u"export"_s));
    m_longTerm->setIcon(m_theme.icon(u"clock"_s));
    while (QLayoutItem *item = m_items->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count->setText(tr("Signatures"));
    m_export->setEnabled(m_check.has_value());
    m_when->clear();
    m_verdict->setVisible(m_check.has_value());
    if (m_check) {
        showCheck();
    }
}

void SignaturePanel::showFailure(const Error &error)
{
    showVerdict({ Tone::Danger, tr("Cannot be checked"), pdfErrorText(error) });
}

void SignaturePanel::showVerdict(const VerdictText &verdict)
{
    m_verdict->setProperty("tone", toneName(verdict.tone));
    m_verdictIcon->setPixmap(m_theme.pixmap(verdict.tone == Tone::Ok            ? u"shield"_s
                                                : verdict.tone == Tone::Neutral ? u"info"_s
                                                                                : u"shield-alert"_s,
                                            tokenOf(verdict.tone),
                                            16,
                                            devicePixelRatioF()));
    m_verdictTitle->setText(verdict.title);
    m_verdictText->setText(verdict.sentence);
    for (QWidget *widget : { static_cast<QWidget *>(m_verdict),
                             static_cast<QWidget *>(m_verdictTitle),
                             static_cast<QWidget *>(m_verdictText) }) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    m_verdict->show();
}

void SignaturePanel::showCheck()
{
    const auto &signatures = m_check->report.signatures;
    m_count->setText(signatures.empty() ? tr("Signatures")
                                        : tr("Signatures %1").arg(signatures.size()));
    showVerdict(verdictText(*m_check));
    m_when->setText(tr("Checked at %1").arg(m_check->atUtc.toLocalTime().toString(u"HH:mm"_s)));
    // The newest is what people look for first.
    for (auto signature = signatures.rbegin(); signature != signatures.rend(); ++signature) {
        m_items->addWidget(hairline());
        m_items->addWidget(makeItem(*signature, signature == signatures.rbegin()));
    }
}

QWidget *SignaturePanel::makeItem(const SignatureReport &signature, bool isOpen)
{
    auto *item = new QWidget;
    auto *layout = new QVBoxLayout(item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const bool isStamp = signature.kind == pdf::verify::SignatureKind::Timestamp;
    const SignatureClaims claims = m_check->claims.value(text(signature.field));
    const QString icon = isStamp                                      ? u"clock"_s
        : signature.kind == pdf::verify::SignatureKind::Certification ? u"certificate"_s
                                                                      : u"seal"_s;
    QString title = text(signature.signer);
    title = title.isEmpty() ? tr("Unknown signer") : title;
    auto *head = new QToolButton;
    head->setObjectName(u"signature_"_s + text(signature.field));
    head->setProperty("role", u"signatureHead"_s);
    head->setCheckable(true);
    head->setChecked(isOpen);
    head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    head->setFixedHeight(48);
    head->setAccessibleName(title);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 4, 16, 4);
    row->setSpacing(8);
    auto *mark = new QLabel;
    mark->setPixmap(m_theme.pixmap(icon, Token::Seal, 20, devicePixelRatioF()));
    auto *state = new QLabel;
    const Tone tone = toneOf(signature);
    state->setPixmap(m_theme.pixmap(iconOf(tone), tokenOf(tone), 14, devicePixelRatioF()));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    const int room = PanelWidth - 100;
    names->addWidget(plain(QFontMetrics(bold).elidedText(title, Qt::ElideRight, room), bold));
    const QString second = claims.reason.isEmpty() ? timeText(signature) : claims.reason;
    const QFont caption = m_theme.font(TypeStep::Caption);
    names->addWidget(plain(
        QFontMetrics(caption).elidedText(second, Qt::ElideRight, room), caption, u"secondary"_s));
    row->addWidget(mark);
    row->addLayout(names, 1);
    row->addWidget(state);
    for (QLabel *label : head->findChildren<QLabel *>()) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setWordWrap(false);
    }
    QWidget *body = makeBody(signature);
    body->setVisible(isOpen);
    connect(head, &QToolButton::toggled, body, &QWidget::setVisible);
    layout->addWidget(head);
    layout->addWidget(body);
    return item;
}

void SignaturePanel::addClaims(QVBoxLayout *layout, const SignatureReport &signature) const
{
    const SignatureClaims claims = m_check->claims.value(text(signature.field));
    const QFont small = m_theme.font(TypeStep::Small);
    const auto add = [&](const QString &name, const QString &value) {
        if (value.isEmpty()) {
            return;
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        QLabel *label = plain(name, small, u"secondary"_s);
        label->setFixedWidth(64);
        row->addWidget(label, 0, Qt::AlignTop);
        QLabel *shown = plain(value, small);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(shown, 1);
        layout->addLayout(row);
    };
    add(tr("Signer"), text(signature.signer));
    add(tr("Time"), timeText(signature));
    add(tr("Reason"), claims.reason);
    add(tr("Place"), claims.location);
    add(tr("Contact"), claims.contact);
    const auto use = m_check->uses.constFind(text(signature.field));
    if (use != m_check->uses.constEnd()) {
        add(tr("Operator"), use->operatorName);
        add(tr("Approval"),
            QStringList{ use->approver, use->approval, use->approvalTitle }
                .join(u' ')
                .simplified());
        add(tr("Register"), use->number);
    }
}

QWidget *SignaturePanel::makeBody(const SignatureReport &signature)
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(6);
    addClaims(layout, signature);
    layout->addWidget(hairline());
    for (const CheckStep &step : stepsOf(signature)) {
        layout->addWidget(makeStep(step));
    }
    addDetails(layout, signature);
    layout->addLayout(makeButtons(signature));
    return body;
}

QLayout *SignaturePanel::makeButtons(const SignatureReport &signature)
{
    QList<QPushButton *> buttons;
    if (signature.revisionBytes > 0) {
        auto *revision = new QPushButton(tr("Signed revision"));
        revision->setObjectName(u"revision_"_s + text(signature.field));
        revision->setToolTip(tr("See the signed revision"));
        revision->setIcon(m_theme.icon(u"history"_s));
        connect(revision,
                &QPushButton::clicked,
                this,
                [this, size = qint64(signature.revisionBytes), who = text(signature.signer)] {
                    Q_EMIT revisionWanted(size, who);
                });
        buttons.append(revision);
    }
    const auto certificates = m_check->claims.value(text(signature.field)).certificates;
    if (!certificates.isEmpty()) {
        auto *show = new QPushButton(tr("Certificate"));
        show->setObjectName(u"certificate_"_s + text(signature.field));
        show->setIcon(m_theme.icon(u"certificate"_s));
        connect(show, &QPushButton::clicked, this, [this, certificates] {
            auto *dialog = new CertificateDialog(certificates, m_theme, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
        buttons.append(show);
    }
    // Side by side where the words are short enough; the panel does not grow.
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(8);
    int width = PanelMargins;
    for (QPushButton *button : buttons) {
        row->addWidget(button, 0, Qt::AlignLeft);
        button->ensurePolished();
        width += button->sizeHint().width() + row->spacing();
    }
    row->addStretch();
    if (width > PanelWidth) {
        row->setDirection(QBoxLayout::TopToBottom);
    }
    return row;
}

/// What changed and why it was judged so, object by object: for those who want to know exactly.
void SignaturePanel::addDetails(QVBoxLayout *layout, const SignatureReport &signature) const
{
    if (signature.changes.empty() && signature.findings.empty()) {
        return;
    }
    const QFont caption = m_theme.font(TypeStep::Caption);
    auto *details = new QWidget;
    auto *lines = new QVBoxLayout(details);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    const auto add = [&](const QString &words, const QString &role) {
        QLabel *label = plain(words, caption, role);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(label);
    };
    int listed = 0;
    for (const pdf::verify::Change &change : signature.changes) {
        if (++listed > MaxListed) {
            add(tr("and %n more", nullptr, int(signature.changes.size()) - MaxListed), u"hint"_s);
            break;
        }
        add((change.isForbidden ? u"✕ "_s : u"+ "_s) + changeText(text(change.what)),
            change.isForbidden ? u"danger"_s : u"secondary"_s);
    }
    listed = 0;
    for (const std::string &finding : signature.findings) {
        if (++listed <= MaxListed) {
            add(changeText(text(finding)), u"hint"_s);
        }
    }
    auto *toggle = new QPushButton(tr("Technical details"));
    toggle->setProperty("role", u"link"_s);
    toggle->setFont(caption);
    toggle->setCheckable(true);
    details->hide();
    connect(toggle, &QPushButton::toggled, details, &QWidget::setVisible);
    layout->addWidget(toggle, 0, Qt::AlignLeft);
    layout->addWidget(details);
}

QWidget *SignaturePanel::makeStep(const CheckStep &step) const
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *mark = new QLabel;
    mark->setPixmap(m_theme.pixmap(iconOf(step.tone), tokenOf(step.tone), 14, devicePixelRatioF()));
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(plain(step.title, m_theme.font(TypeStep::Small)), 1);
    QLabel *word = plain(step.word,
                         m_theme.font(TypeStep::Caption),
                         step.tone == Tone::Neutral ? u"secondary"_s : toneName(step.tone));
    word->setWordWrap(false);
    first->addWidget(word, 0, Qt::AlignRight);
    words->addLayout(first);
    if (!step.detail.isEmpty()) {
        words->addWidget(plain(step.detail, m_theme.font(TypeStep::Caption), u"secondary"_s));
    }
    layout->addLayout(words, 1);
    return row;
}

} // namespace andu::ui
