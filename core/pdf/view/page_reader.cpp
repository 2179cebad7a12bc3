// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/page_reader.h"

#include "core/base/literals.h"
#include "core/pdf/page_render.h"
#include "core/pdf/plain_form.h"

#include <poppler/qt6/poppler-form.h>
#include <poppler/qt6/poppler-link.h>
#include <poppler/qt6/poppler-qt6.h>

#include <cmath>

namespace andu::pdf::view {

namespace {

constexpr int MaxOutlineDepth = 16;
constexpr int MaxOutlineEntries = 20000;
constexpr double FallbackWidthPt = 595;
constexpr double FallbackHeightPt = 842;
constexpr double MaxSidePt = 20000; ///< 7 m; larger boxes are attacks on the layout.

bool isAborted(const QVariant &payload)
{
    const auto *flag = static_cast<const std::atomic_bool *>(payload.value<void *>());
    return flag && flag->load(std::memory_order_relaxed);
}

QRectF toPoints(const QRectF &fraction, QSizeF page)
{
    return QRectF(fraction.x() * page.width(),
                  fraction.y() * page.height(),
                  fraction.width() * page.width(),
                  fraction.height() * page.height())
        .normalized();
}

std::optional<int> pageOf(const Poppler::LinkDestination *destination, int count)
{
    if (!destination || destination->pageNumber() < 1 || destination->pageNumber() > count) {
        return std::nullopt;
    }
    return destination->pageNumber() - 1;
}

QList<OutlineEntry>
outlineOf(const QVector<Poppler::OutlineItem> &items, int count, int depth, int &room)
{
    QList<OutlineEntry> out;
    for (const Poppler::OutlineItem &item : items) {
        if (item.isNull() || --room < 0) {
            break;
        }
        OutlineEntry entry;
        entry.title = item.name().simplified();
        entry.page = pageOf(item.destination().get(), count);
        entry.isOpen = item.isOpen();
        if (depth < MaxOutlineDepth && item.hasChildren()) {
            entry.children = outlineOf(item.children(), count, depth + 1, room);
        }
        out.append(std::move(entry));
    }
    return out;
}

QSizeF sizeOf(const Poppler::Page *page)
{
    const QSizeF size = page ? page->pageSizeF() : QSizeF();
    if (!(size.width() > 0 && size.height() > 0)) {
        return { FallbackWidthPt, FallbackHeightPt };
    }
    return { std::min(size.width(), MaxSidePt), std::min(size.height(), MaxSidePt) };
}

PageLink linkOf(Poppler::Link &link, QSizeF page, int count)
{
    PageLink out;
    out.areaPt = toPoints(link.linkArea(), page);
    if (link.linkType() == Poppler::Link::Goto) {
        auto &jump = static_cast<Poppler::LinkGoto &>(link);
        if (!jump.isExternal()) {
            const Poppler::LinkDestination destination = jump.destination();
            out.page = pageOf(&destination, count);
        }
    } else if (link.linkType() == Poppler::Link::Browse) {
        out.url = static_cast<Poppler::LinkBrowse &>(link).url();
    }
    return out;
}

void describe(FormWidget &out, const Poppler::FormFieldText &field)
{
    out.kind = FieldKind::Text;
    out.value = field.text();
    out.isMultiline = field.textType() == Poppler::FormFieldText::Multiline;
    if (field.maximumLength() > 0) {
        out.maxLength = field.maximumLength();
    }
    out.isReadOnly = out.isReadOnly || field.textType() == Poppler::FormFieldText::FileSelect;
}

void describe(FormWidget &out, const Poppler::FormFieldChoice &field)
{
    out.kind = FieldKind::Choice;
    for (const auto &choice : field.choicesWithExportValues()) {
        out.choices.append(choice.first);
        out.exportValues.append(choice.second.isEmpty() ? choice.first : choice.second);
    }
    out.isEditable = field.isEditable();
    const QList<int> current = field.currentChoices();
    out.value = current.isEmpty() ? field.editChoice() : out.choices.value(current.first());
}

void describe(FormWidget &out, const Poppler::FormFieldButton &field)
{
    switch (field.buttonType()) {
    case Poppler::FormFieldButton::CheckBox:
        out.kind = FieldKind::CheckBox;
        break;
    case Poppler::FormFieldButton::Radio:
        out.kind = FieldKind::RadioButton;
        break;
    case Poppler::FormFieldButton::Push:
        out.kind = FieldKind::PushButton;
        break;
    }
    out.isChecked = field.state();
    out.value = field.caption(); // the on-state of a check box or radio button
}

FormWidget widgetOf(const Poppler::FormField &field, QSizeF page)
{
    FormWidget out;
    out.areaPt = toPoints(field.rect(), page);
    out.name = field.fullyQualifiedName();
    out.isReadOnly = field.isReadOnly();
    switch (field.type()) {
    case Poppler::FormField::FormText:
        describe(out, static_cast<const Poppler::FormFieldText &>(field));
        break;
    case Poppler::FormField::FormChoice:
        describe(out, static_cast<const Poppler::FormFieldChoice &>(field));
        break;
    case Poppler::FormField::FormButton:
        describe(out, static_cast<const Poppler::FormFieldButton &>(field));
        break;
    case Poppler::FormField::FormSignature:
        out.kind = FieldKind::Signature;
        break;
    }
    return out;
}

TextLayer textOf(const Poppler::Page &page)
{
    TextLayer out;
    QRectF before;
    bool hasBlank = false;
    for (const auto &word : page.textList()) {
        const QString text = word->text();
        const QRectF box = word->boundingBox();
        if (!out.text.isEmpty()) {
            const double middle = box.center().y();
            if (middle > before.bottom() || middle < before.top()) {
                out.add(u'\n', {});
            } else if (hasBlank) {
                out.add(u' ', {});
            }
        }
        for (qsizetype i = 0; i < text.size(); ++i) {
            for (const QChar plain : plainForm(text.at(i))) {
                out.add(plain, word->charBoundingBox(int(i)));
            }
        }
        before = box;
        hasBlank = word->hasSpaceAfter();
    }
    return out;
}

} // namespace

PageReader::~PageReader() = default;

Result<std::unique_ptr<PageReader>> PageReader::open(const Content &content,
                                                     const crypto::SecureBytes *password)
{
    auto device = content.open();
    if (!device) {
        return tl::unexpected<Error>(device.error());
    }
    std::unique_ptr<PageReader> reader(new PageReader);
    reader->m_device = std::move(*device);
    const crypto::SecureBytes none;
    auto document = loadForReading(*reader->m_device, password ? *password : none);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    reader->m_document = std::move(*document);
    if (reader->pageCount() < 1) {
        return fail(ErrorCode::BadInput, u"the document has no pages"_s);
    }
    return reader;
}

int PageReader::pageCount() const
{
    return m_document->numPages();
}

DocumentFacts PageReader::facts() const
{
    DocumentFacts out;
    const int count = pageCount();
    out.pageSizesPt.reserve(count);
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<Poppler::Page> page(m_document->page(i));
        out.pageSizesPt.append(sizeOf(page.get()));
    }
    int room = MaxOutlineEntries;
    out.outline = outlineOf(m_document->outline(), count, 0, room);
    out.title = m_document->title();
    const auto version = m_document->getPdfVersion();
    out.version = u"%1.%2"_s.arg(version.major).arg(version.minor);
    out.sizeBytes = m_device->size();
    out.isEncrypted = m_document->isEncrypted();
    out.mayPrint = m_document->okToPrint();
    out.mayCopy = m_document->okToCopy();
    out.mayFill = m_document->okToFillForm() || m_document->okToAddNotes();
    out.hasForm = m_document->formType() == Poppler::Document::AcroForm;
    out.hasXfa = m_document->formType() == Poppler::Document::XfaForm;
    out.wasRepaired = m_document->xrefWasReconstructed();
    return out;
}

QImage
PageReader::render(int page, const RenderOptions &options, const std::atomic_bool *abort) const
{
    const std::unique_ptr<Poppler::Page> shown(m_document->page(page));
    if (!shown) {
        return {};
    }
    const double dpi = options.scale * 72;
    const QRect at = options.region.isNull() ? QRect(-1, -1, -1, -1) : options.region;
    const auto payload = QVariant::fromValue(
        static_cast<void *>(const_cast<std::atomic_bool *>(abort))); // handed back unchanged
    return shown->renderToImage(dpi,
                                dpi,
                                at.x(),
                                at.y(),
                                at.width(),
                                at.height(),
                                Poppler::Page::Rotation(options.rotation & 3),
                                nullptr,
                                nullptr,
                                isAborted,
                                payload);
}

TextLayer PageReader::text(int page) const
{
    const std::unique_ptr<Poppler::Page> shown(m_document->page(page));
    return shown ? textOf(*shown) : TextLayer();
}

PageDetails PageReader::details(int page) const
{
    PageDetails out;
    const std::unique_ptr<Poppler::Page> shown(m_document->page(page));
    if (!shown) {
        return out;
    }
    const QSizeF size = sizeOf(shown.get());
    out.text = textOf(*shown);
    for (const auto &link : shown->links()) {
        const PageLink found = linkOf(*link, size, pageCount());
        if (found.page || !found.url.isEmpty()) {
            out.links.append(found);
        }
    }
    for (const auto &field : shown->formFields()) {
        if (field->isVisible()) {
            out.widgets.append(widgetOf(*field, size));
        }
    }
    return out;
}

Result<DocumentFacts> readFacts(const Content &content, const crypto::SecureBytes *password)
{
    const auto reader = PageReader::open(content, password);
    if (!reader) {
        return tl::unexpected<Error>(reader.error());
    }
    return (*reader)->facts();
}

} // namespace andu::pdf::view
