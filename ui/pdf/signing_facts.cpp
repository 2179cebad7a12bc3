// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/signing_facts.h"

#include "core/pdf/form_fields.h"
#include "core/pdf/page_geometry.h"

#include <map>

namespace andu::ui {

namespace {

/// Finds the page of a widget: what it says itself, or the page that lists it.
class PageFinder
{
public:
    explicit PageFinder(pdf::Document &document)
        : m_document(document)
    { }

    [[nodiscard]] std::optional<int> pageOf(QPDFObjectHandle widget)
    {
        if (!m_isRead) {
            read();
        }
        QPDFObjectHandle own = widget.getKey("/P");
        const auto page = m_pages.find(own.isDictionary() ? own.getObjGen() : widget.getObjGen());
        return page != m_pages.end() ? std::optional(page->second) : std::nullopt;
    }

private:
    void read()
    {
        m_isRead = true;
        const int count = m_document.pageCount().value_or(0);
        for (int i = 0; i < count; ++i) {
            auto page = m_document.page(i);
            if (!page) {
                return;
            }
            m_pages.emplace(page->getObjGen(), i);
            QPDFObjectHandle annotations = page->getKey("/Annots");
            for (int a = 0; annotations.isArray() && a < annotations.getArrayNItems(); ++a) {
                m_pages.emplace(annotations.getArrayItem(a).getObjGen(), i);
            }
        }
    }

    pdf::Document &m_document;
    std::map<QPDFObjGen, int> m_pages; ///< Of pages and of their annotations.
    bool m_isRead = false;
};

Result<EmptyField> emptyField(pdf::Document &document, PageFinder &finder, const pdf::Field &field)
{
    EmptyField out;
    out.name = field.name;
    out.hasLock = QPDFObjectHandle(field.dict).getKey("/Lock").isDictionary();
    if (field.widgets.empty()) {
        return out;
    }
    QPDFObjectHandle widget = field.widgets.front();
    const auto page = finder.pageOf(widget);
    if (!page) {
        return out;
    }
    const auto geometry = document.page(*page).and_then(
        [](QPDFObjectHandle handle) { return pdf::geometryOf(handle); });
    if (!geometry) {
        return tl::unexpected<Error>(geometry.error());
    }
    out.page = *page;
    QPDFObjectHandle rect = widget.getKey("/Rect");
    if (rect.isRectangle()) {
        const auto r = rect.getArrayAsRectangle();
        const QRectF box(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury));
        out.boxMm = geometry->toDisplayedMm(box.normalized());
    }
    return out;
}

Result<SigningFacts> readFacts(pdf::Document &document)
{
    const auto fields = pdf::fieldsOf(document);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    const auto limits = pdf::limitsOf(document, *fields);
    if (!limits) {
        return tl::unexpected<Error>(limits.error());
    }
    SigningFacts facts;
    facts.signatures = limits->signatures;
    PageFinder finder(document);
    for (const pdf::Field &field : *fields) {
        if (field.kind != pdf::FieldKind::Signature) {
            facts.otherFields.append(field.name);
            continue;
        }
        const bool isFree = !field.isSigned && QPDFObjectHandle(field.dict).isIndirect()
            && !pdf::refusalFor(document, *limits, pdf::Change::SignExistingField, field.name);
        if (isFree) {
            auto empty = emptyField(document, finder, field);
            if (!empty) {
                return tl::unexpected<Error>(empty.error());
            }
            facts.emptyFields.append(std::move(*empty));
        }
    }
    const auto reason = pdf::refusalFor(document, *limits, pdf::Change::SignNewField, {});
    if (reason) {
        facts.refusal = pdf::refuse(*reason).value();
    }
    return facts;
}

} // namespace

SigningFacts readSigningFacts(const pdf::view::Content &content,
                              const pdf::view::SharedSecret &password)
{
    const auto refused = [](const Error &error) {
        SigningFacts facts;
        facts.refusal = error;
        return facts;
    };
    auto device = content.open();
    if (!device) {
        return refused(device.error());
    }
    auto document = pdf::Document::open(std::move(*device),
                                        password ? password->clone() : crypto::SecureBytes());
    if (!document) {
        return refused(document.error());
    }
    SigningFacts facts;
    const auto read = pdf::guarded([&]() -> Result<void> {
        return readFacts(*document).map([&facts](const SigningFacts &found) { facts = found; });
    });
    return read ? facts : refused(read.error());
}

} // namespace andu::ui
