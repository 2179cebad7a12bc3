// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/literals.h"

namespace andu::server {

// No documents are kept yet: every list of them is empty and none is taken.
void addDocumentRoutes(OfficeServer &server)
{
    const QString root = u"/x_cms_assemble_control/jaxrs/document"_s;
    server.add("PUT", root + u"/filter/list/{page}/size/{size}"_s, [](const Request &request) {
        return request.wrapped() ? Reply::list({}) : Reply::notConvertible();
    });
    server.add("POST", root, [](const Request &) {
        return Reply::failure(u"documents are not part of the evaluation server."_s);
    });
}

} // namespace andu::server
