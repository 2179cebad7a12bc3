// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/files_panel.h"

#include "core/base/literals.h"
#include "ui/todo/todo_list_model.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

QString stateText(AttachmentState state)
{
    switch (state) {
    case AttachmentState::Synced:
        break;
    case AttachmentState::Queued:
        return FilesPanel::tr("queued");
    case AttachmentState::Sending:
        return FilesPanel::tr("sending");
    case AttachmentState::Attention:
        return FilesPanel::tr("needs attention");
    }
    return {};
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

} // namespace

QList<Attachment> listedFiles(const QList<Attachment> &files)
{
    QList<Attachment> listed;
    for (const Attachment &file : files) {
        if (file.site != u"$mediaOpinion"_s) {
            listed.append(file);
        }
    }
    return listed;
}

QList<FilesPanel::Site> fileSites(const forms::FormSession &session)
{
    QList<FilesPanel::Site> sites;
    for (const QString &id : session.model().fields()) {
        const forms::Module *module = session.model().find(id);
        if (!module->is(forms::ModuleKind::Attachment) || !session.isShown(id)) {
            continue;
        }
        const bool isReadonly = session.isReadonly() || session.state(id).isReadonly;
        sites.append({ module->label.isEmpty() ? id : module->label,
                       AttachmentRules::of(*module, isReadonly) });
    }
    return sites;
}

FilesPanel::FilesPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QListWidget)
    , m_empty(new QLabel(tr("No files")))
{
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->setSpacing(4);
    const auto add = [this, bar](const QString &name, const QString &icon, const QString &text) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setIcon(m_theme.icon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("role", u"text"_s);
        bar->addWidget(button);
        return button;
    };
    m_add = add(u"addFile"_s, u"attach"_s, tr("Add files"));
    m_open = add(u"openFile"_s, u"eye"_s, tr("Open"));
    m_save = add(u"saveFile"_s, u"download"_s, tr("Save as"));
    m_replace = add(u"replaceFile"_s, u"refresh"_s, tr("Replace"));
    m_remove = add(u"removeFile"_s, u"trash"_s, tr("Remove"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    bar->addStretch();
    layout->addLayout(bar);
    m_list->setObjectName(u"fileList"_s);
    m_list->setAccessibleName(tr("Files"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *place = new QHBoxLayout;
    place->setContentsMargins(16, 0, 12, 0);
    place->addWidget(m_list);
    layout->addLayout(place, 1);
    m_empty->setProperty("role", u"hint"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);

    connect(m_add, &QToolButton::clicked, this, [this] {
        if (const Site *site = onlySite()) {
            choose(*site);
        }
    });
    connect(m_open, &QToolButton::clicked, this, [this] { Q_EMIT openWanted(current()); });
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveWanted(current()); });
    connect(m_replace, &QToolButton::clicked, this, &FilesPanel::replaceCurrent);
    connect(m_remove, &QToolButton::clicked, this, &FilesPanel::removeCurrent);
    connect(m_list, &QListWidget::itemActivated, this, [this] { Q_EMIT openWanted(current()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &FilesPanel::showState);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FilesPanel::showMenu);
    setFiles({});
    setSites({});
}

const FilesPanel::Site *FilesPanel::onlySite() const
{
    const Site *only = nullptr;
    for (const Site &site : m_sites) {
        if (site.rules.mayAdd && only) {
            return nullptr;
        }
        only = site.rules.mayAdd ? &site : only;
    }
    return only;
}

const FilesPanel::Site *FilesPanel::siteOf(const QString &id) const
{
    for (const Site &site : m_sites) {
        if (site.rules.site == id) {
            return &site;
        }
    }
    return nullptr;
}

QListWidgetItem *FilesPanel::makeItem(const Attachment &file) const
{
    QStringList facts{ QLocale().formattedDataSize(file.sizeBytes, 0), nameOf(file.person) };
    const QString state = stateText(file.state);
    facts.append(state);
    if (!file.isDownloaded) {
        facts.append(tr("not on this computer yet"));
    }
    facts.removeAll(QString());
    const bool isTrouble = file.state == AttachmentState::Attention;
    const QIcon icon = isTrouble ? m_theme.icon(u"attention"_s, Token::Danger)
        : state.isEmpty()        ? m_theme.icon(fileIcon(file.name))
                                 : m_theme.icon(u"queued"_s, Token::Accent);
    auto *item = new QListWidgetItem(icon, file.name + u'\n' + facts.join(u" · "_s));
    item->setData(Qt::UserRole, file.id.text());
    item->setToolTip(file.name);
    return item;
}

void FilesPanel::setFiles(const QList<Attachment> &files)
{
    const QString kept = current();
    m_files = listedFiles(files);
    m_list->clear();
    for (const Attachment &file : std::as_const(m_files)) {
        m_list->addItem(makeItem(file));
        if (file.id.text() == kept) {
            m_list->setCurrentRow(m_list->count() - 1);
        }
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    showState();
}

void FilesPanel::setSites(const QList<Site> &sites)
{
    m_sites = sites;
    delete m_add->menu();
    const bool isAny = std::any_of(
        sites.begin(), sites.end(), [](const Site &site) { return site.rules.mayAdd; });
    m_add->setVisible(isAny);
    if (isAny && !onlySite()) {
        auto *menu = new QMenu(m_add);
        for (const Site &site : sites) {
            if (site.rules.mayAdd) {
                QString label = site.label;
                menu->addAction(label.replace(u'&', u"&&"_s), this, [this, site] { choose(site); });
            }
        }
        m_add->setMenu(menu);
    }
    showState();
}

QString FilesPanel::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void FilesPanel::showState()
{
    const int row = m_list->currentRow();
    const bool isChosen = row >= 0 && row < m_files.size();
    const Site *site = isChosen ? siteOf(m_files.at(row).site) : nullptr;
    m_open->setEnabled(isChosen && (!site || site->rules.mayDownload));
    m_save->setEnabled(isChosen && (!site || site->rules.mayDownload));
    m_replace->setVisible(site && site->rules.mayReplace);
    m_remove->setVisible(site && site->rules.mayRemove);
}

void FilesPanel::choose(const Site &site)
{
    take(site, QFileDialog::getOpenFileNames(this, tr("Add files")));
}

void FilesPanel::take(const Site &site, const QStringList &paths)
{
    QStringList taken;
    qsizetype count
        = std::count_if(m_files.begin(), m_files.end(), [&site](const Attachment &file) {
              return file.site == site.rules.site;
          });
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString refusal = site.rules.refusal(info.fileName(), info.size(), count);
        if (refusal.isEmpty()) {
            taken.append(path);
            ++count;
        } else {
            Q_EMIT refused(info.fileName() + u": "_s + refusal);
        }
    }
    if (!taken.isEmpty()) {
        Q_EMIT addWanted(site.rules.site, taken);
    }
}

void FilesPanel::replaceCurrent()
{
    const QString id = current();
    const QString path = QFileDialog::getOpenFileName(this, tr("Replace with"));
    if (!id.isEmpty() && !path.isEmpty()) {
        Q_EMIT replaceWanted(id, path);
    }
}

void FilesPanel::removeCurrent()
{
    const QString id = current();
    const QString name = m_list->currentItem()->toolTip();
    const auto answer = QMessageBox::question(
        this, tr("Remove"), tr("Remove “%1” from this todo, also on the server?").arg(name));
    if (answer == QMessageBox::Yes) {
        Q_EMIT removeWanted(id);
    }
}

void FilesPanel::showMenu(QPoint place)
{
    if (current().isEmpty()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QToolButton *button : { m_open, m_save, m_replace, m_remove }) {
        if (button->isVisibleTo(this)) {
            menu->addAction(button->icon(), button->text(), button, &QToolButton::click);
        }
    }
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void FilesPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (onlySite() && !localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void FilesPanel::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(event->mimeData());
    if (const Site *site = onlySite(); site && !paths.isEmpty()) {
        event->acceptProposedAction();
        take(*site, paths);
    }
}

} // namespace andu::ui
