// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/attachment_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/text_block.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

struct FileGroup
{
    QLatin1StringView name;
    const char *extensions;
    QLatin1StringView icon;
};

constexpr FileGroup FileGroups[] = {
    { "word"_L1, "doc docx dot dotx wps odt rtf", "file-doc"_L1 },
    { "excel"_L1, "xls xlsx xlsm et ods csv", "file-sheet"_L1 },
    { "ppt"_L1, "ppt pptx pps dps odp", "file-slide"_L1 },
    { "txt"_L1, "txt md log", "file-text"_L1 },
    { "pic"_L1, "jpg jpeg png gif bmp tif tiff webp", "file-image"_L1 },
    { "pdf"_L1, "pdf", "file-pdf"_L1 },
    { "ofd"_L1, "ofd", "file-ofd"_L1 },
    { "zip"_L1, "zip rar 7z gz tar", "file-archive"_L1 },
    { "audio"_L1, "mp3 wav m4a amr ogg wma", "file-video"_L1 },
    { "video"_L1, "mp4 avi mov mkv wmv flv", "file-video"_L1 },
};

QStringList wordsOf(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

/// Flags are y, n or hidden; v10 writes booleans.
bool isAllowed(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue flag = json.value(key);
    return flag.isUndefined() || flag.isNull() || flag == QJsonValue(QString())
        || forms::isYes(flag);
}

QString factsOf(const Attachment &file)
{
    QStringList facts{ QLocale().formattedDataSize(
        file.sizeBytes, 0, QLocale::DataSizeTraditionalFormat) };
    if (!file.person.isEmpty()) {
        facts.append(nameOf(file.person));
    }
    const bool isWaiting = file.state != AttachmentState::Synced; // its mark stands there
    if (file.updateUtc.isValid() && !isWaiting) {
        facts.append(QLocale().toString(file.updateUtc.toLocalTime(), u"MM-dd HH:mm"_s));
    }
    return facts.join(u"  ·  "_s);
}

} // namespace

QString siteOf(const forms::Module &module)
{
    for (const auto key : { "site"_L1, "fileSite"_L1 }) {
        const QString site = json::text(module.json, key);
        if (!site.isEmpty()) {
            return site;
        }
    }
    return module.id;
}

QString fileIcon(const QString &name)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    for (const FileGroup &group : FileGroups) {
        if (wordsOf(group.extensions).contains(ending)) {
            return group.icon;
        }
    }
    return u"attach"_s;
}

AttachmentRules AttachmentRules::of(const forms::Module &module, bool isReadonly)
{
    static constexpr qint64 Megabyte = 1024 * 1024;
    const QJsonObject &json = module.json;
    const bool isLocked = isReadonly || forms::isYes(json.value("readonly"_L1));
    AttachmentRules rules;
    rules.site = siteOf(module);
    rules.mayAdd = !isLocked && isAllowed(json, "isUpload"_L1);
    rules.mayRemove = !isLocked && isAllowed(json, "isDelete"_L1);
    rules.mayReplace = !isLocked && isAllowed(json, "isReplace"_L1);
    rules.mayDownload = isAllowed(json, "isDownload"_L1);
    rules.mostFiles = forms::scalarText(json, "attachmentCount"_L1).toInt();
    rules.mostBytes
        = qint64(forms::scalarText(json, "attachmentSize"_L1).toDouble() * double(Megabyte));
    for (const QString &kind : json::texts(json, "attachmentExtType"_L1)) {
        if (kind == "other"_L1) {
            const QString other = json::text(json, "attachmentExtOtherType"_L1).toLower();
            for (QString part : other.split(u',', Qt::SkipEmptyParts)) {
                part = part.trimmed();
                rules.extensions.append(part.startsWith(u'.') ? part.mid(1) : part);
            }
            continue;
        }
        for (const FileGroup &group : FileGroups) {
            if (group.name == kind) {
                rules.extensions.append(wordsOf(group.extensions));
            }
        }
    }
    return rules;
}

QString AttachmentRules::refusal(const QString &name, qint64 sizeBytes, qsizetype count) const
{
    if (mostFiles > 0 && count >= mostFiles) {
        return AttachmentEditor::tr("At most %n files may be here.", nullptr, mostFiles);
    }
    if (!extensions.isEmpty() && !extensions.contains(QFileInfo(name).suffix().toLower())) {
        return AttachmentEditor::tr("“%1” is not of an allowed type (%2).")
            .arg(name, extensions.join(u", "_s));
    }
    if (mostBytes > 0 && sizeBytes > mostBytes) {
        return AttachmentEditor::tr("“%1” is larger than %2.")
            .arg(name,
                 QLocale().formattedDataSize(mostBytes, 0, QLocale::DataSizeTraditionalFormat));
    }
    return {};
}

AttachmentEditor::AttachmentEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_rules(AttachmentRules::of(module(), state().isReadonly))
    , m_rows(new QVBoxLayout)
    , m_hint(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    const int margin = look().px(8);
    layout->setContentsMargins(margin, margin / 2, margin, margin / 2);
    layout->setSpacing(look().px(4));
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    auto *row = new QHBoxLayout;
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setProperty("role", u"hint"_s);
    m_hint->setObjectName(u"hint:"_s + runtimeId());
    if (m_rules.mayAdd) {
        m_add = new QPushButton(theme().icon(u"plus"_s), tr("Add files"));
        m_add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(m_add, &QPushButton::clicked, this, [this] { chooseFiles({}); });
        row->addWidget(m_add);
        setInput(m_add);
        setAcceptDrops(true);
    } else {
        setObjectName(u"field:"_s + runtimeId());
        setAccessibleName(module().label);
    }
    row->addWidget(m_hint);
    row->addStretch();
    layout->addLayout(row);
    connect(&host(), &FormHost::attachmentsChanged, this, [this] {
        keepNames();
        showValue();
    });
    showValue();
}

QList<Attachment> AttachmentEditor::files() const
{
    QList<Attachment> files;
    for (const Attachment &file : host().attachments()) {
        if (file.site == m_rules.site) {
            files.append(file);
        }
    }
    return files;
}

/// The data carries the names of the files (2.3).
void AttachmentEditor::keepNames()
{
    const bool isClassic = module().info.family == forms::Family::Classic;
    if (!isClassic || state().isReadonly) {
        return;
    }
    QStringList names;
    for (const Attachment &file : files()) {
        names.append(file.name);
    }
    if (names != forms::textsIn(stored())) {
        session().edit(id(), QJsonArray::fromStringList(names)); // not a thing to undo
    }
}

void AttachmentEditor::showValue()
{
    delete m_list;
    m_list = new QWidget;
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rows->addWidget(m_list);
    qsizetype number = 0;
    const QList<Attachment> all = files();
    for (const Attachment &file : all) {
        addRow(file, ++number);
    }
    m_list->setVisible(number > 0);
    QStringList hints;
    if (number == 0) {
        hints.append(m_rules.mayAdd ? tr("or drop them here") : tr("No files"));
    }
    if (m_rules.mayAdd && m_rules.mostFiles > 0) {
        hints.append(tr("%1 of %2").arg(number).arg(m_rules.mostFiles));
    }
    if (m_rules.mayAdd && m_rules.mostBytes > 0) {
        hints.append(tr("up to %1")
                         .arg(QLocale().formattedDataSize(
                             m_rules.mostBytes, 0, QLocale::DataSizeTraditionalFormat)));
    }
    m_hint->setProperty("role", u"hint"_s);
    m_hint->setText(hints.join(u"  ·  "_s));
    m_hint->setVisible(!hints.isEmpty());
    if (m_add) {
        m_add->setEnabled(m_rules.mostFiles <= 0 || number < m_rules.mostFiles);
    }
    updateGeometry();
}

void AttachmentEditor::addRow(const Attachment &file, qsizetype number)
{
    auto *line = new QWidget(m_list);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, look().px(2), 0, look().px(2));
    row->setSpacing(look().px(8));
    if (json::text(module().json, "listStyle"_L1) == "seq"_L1) {
        auto *place = new QLabel(QString::number(number));
        place->setProperty("role", u"hint"_s);
        row->addWidget(place);
    }
    auto *icon = new QLabel;
    icon->setPixmap(theme().pixmap(fileIcon(file.name), Token::Text2, look().px(16), 2));
    row->addWidget(icon);
    QString shown = file.name;
    auto *name = new QPushButton(shown.replace(u'&', u"&&"_s));
    name->setProperty("role", u"link"_s);
    name->setObjectName(u"file:"_s + file.id.text());
    name->setAccessibleName(tr("Open “%1”").arg(file.name));
    connect(name, &QPushButton::clicked, this, [this, id = file.id.text()] {
        Q_EMIT host().previewWanted(id);
    });
    row->addWidget(name);
    auto *about = new QLabel(factsOf(file));
    about->setTextFormat(Qt::PlainText);
    about->setProperty("role", u"hint"_s);
    row->addWidget(about);
    addState(row, file);
    row->addStretch();
    addTools(row, file);
    m_list->layout()->addWidget(line);
}

/// Where a file stands on its way, in the words and with the marks of the outbox.
void AttachmentEditor::addState(QHBoxLayout *row, const Attachment &file)
{
    const bool isTrouble = file.state == AttachmentState::Attention;
    QString text;
    switch (file.state) {
    case AttachmentState::Synced:
        return;
    case AttachmentState::Queued:
        text = tr("queued");
        break;
    case AttachmentState::Sending:
        text = tr("sending");
        break;
    case AttachmentState::Attention:
        text = tr("needs attention");
        break;
    }
    const Token token = isTrouble ? Token::Danger : Token::Accent;
    auto *mark = new QLabel;
    mark->setPixmap(
        theme().pixmap(isTrouble ? u"attention"_s : u"queued"_s, token, look().px(14), 2));
    row->addWidget(mark);
    auto *state = new QLabel(text);
    state->setObjectName(u"fileState:"_s + file.id.text());
    state->setStyleSheet(u"color: "_s + theme().colour(token).name());
    if (isTrouble) {
        state->setToolTip(tr("The server did not take this file; the outbox says why."));
    }
    row->addWidget(state);
}

void AttachmentEditor::addTools(QHBoxLayout *row, const Attachment &file)
{
    const auto tool = [&](const QString &image, const QString &tip, const auto &run) {
        auto *button = new QToolButton;
        button->setIcon(theme().icon(image));
        button->setToolTip(tip);
        button->setAccessibleName(tip + u' ' + file.name);
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    const QString fileId = file.id.text();
    const bool isOnItsWay = file.state == AttachmentState::Sending;
    if (m_rules.mayDownload) {
        tool(u"save"_s, tr("Save as"), [this, fileId] { Q_EMIT host().saveWanted(fileId); });
    }
    if (m_rules.mayReplace) {
        tool(u"refresh"_s, tr("Replace"), [this, fileId] {
            chooseFiles(fileId);
        })->setDisabled(isOnItsWay);
    }
    if (m_rules.mayRemove) {
        tool(u"trash"_s, tr("Remove"), [this, file] {
            confirmRemove(file);
        })->setDisabled(isOnItsWay);
    }
}

void AttachmentEditor::confirmRemove(const Attachment &file)
{
    auto *box = new QMessageBox(QMessageBox::Question,
                                tr("Remove file"),
                                tr("Remove “%1” from this work?").arg(file.name),
                                QMessageBox::NoButton,
                                window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setProperty("role", u"danger"_s);
    box->addButton(QMessageBox::Cancel);
    FormHost *receiver = &host();
    connect(remove, &QPushButton::clicked, receiver, [receiver, id = file.id.text()] {
        Q_EMIT receiver->removeWanted(id);
    });
    box->open();
}

void AttachmentEditor::chooseFiles(const QString &replaced)
{
    auto *dialog = new QFileDialog(window(), tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(replaced.isEmpty() ? QFileDialog::ExistingFiles
                                           : QFileDialog::ExistingFile);
    if (!m_rules.extensions.isEmpty()) {
        dialog->setNameFilter(tr("Allowed files (*.%1)").arg(m_rules.extensions.join(u" *."_s)));
    }
    connect(dialog, &QFileDialog::filesSelected, this, [this, replaced](const QStringList &paths) {
        take(paths, replaced);
    });
    dialog->open();
}

void AttachmentEditor::take(const QStringList &paths, const QString &replaced)
{
    QStringList accepted;
    QString refusal;
    qsizetype count = files().size();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString why
            = m_rules.refusal(info.fileName(), info.size(), replaced.isEmpty() ? count : 0);
        if (!info.isFile()) {
            continue;
        }
        if (why.isEmpty()) {
            accepted.append(path);
            ++count;
        } else {
            refusal = why;
        }
    }
    if (!accepted.isEmpty()) {
        if (replaced.isEmpty()) {
            Q_EMIT host().filesWanted(m_rules.site, accepted);
        } else {
            Q_EMIT host().replaceWanted(replaced, accepted.first());
        }
    }
    if (!refusal.isEmpty()) {
        m_hint->setProperty("role", u"danger"_s);
        m_hint->setStyleSheet(QString()); // the role changed: read the style sheet again
        m_hint->setText(refusal);
        m_hint->show();
    }
}

void AttachmentEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void AttachmentEditor::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    take(paths, {});
    event->acceptProposedAction();
}

void AttachmentEditor::paintEvent(QPaintEvent *)
{
    if (!m_rules.mayAdd) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().colour(Token::Line2), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

QWidget *makeAttachmentPaper(const FormContext &context, const forms::Module &module)
{
    QStringList names;
    for (const Attachment &file : context.host.attachments()) {
        if (file.site == siteOf(module)) {
            names.append(file.name);
        }
    }
    TextLook look{ context.look.font(TypeStep::Base), context.look.colour(Token::Text), {}, {}, 0 };
    look.align = Qt::AlignLeft | Qt::AlignVCenter;
    return new TextBlock(names.join(u'\n'), look);
}

} // namespace andu::ui
