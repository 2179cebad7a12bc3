// SPDX-License-Identifier: GPL-3.0-or-later
// The API that scripts of O2OA forms see (o2oa-forms 3.2). Everything outside the engine is reached
// through host.call(name, [JSON…]), which the form session answers.
(function (host, context, base, officeApi) {
    "use strict";

    var global = base.global;
    var copy = base.copy;
    var Decimal = base.Decimal;

    // ---- what only the browser or the server has ------------------------------------------------
    function Unsupported(what) { this.name = "Unsupported"; this.message = what; }
    Unsupported.prototype = Object.create(Error.prototype);
    // Known members refuse; whatever else is asked of them is told by its error (see stateOf).
    function refuse(what, members) {
        function refused() { throw new Unsupported(what); }
        (members || []).forEach(function (name) {
            refused[name] = function () { throw new Unsupported(what + "." + name); };
        });
        return refused;
    }

    // ---- data ------------------------------------------------------------------------------------
    var cache = {};
    var snapshots = {};
    var jsons = {};
    var jsonSnapshots = {};
    var listeners = {};
    var data;
    var formApi;
    var workContext;
    function plain(value) {
        if (value === undefined || typeof value === "function") { return undefined; }
        if (value === null || typeof value !== "object") {
            return typeof value === "number" && !isFinite(value) ? null : value;
        }
        return JSON.parse(JSON.stringify(value));
    }
    function flush() {
        Object.keys(cache).forEach(function (key) {
            var text = JSON.stringify(cache[key]);
            if (text !== snapshots[key]) {
                snapshots[key] = text;
                host.call("setData", [key, JSON.parse(text), false]);
            }
        });
        Object.keys(jsons).forEach(function (id) {
            var text = JSON.stringify(jsons[id]);
            if (text !== jsonSnapshots[id]) {
                jsonSnapshots[id] = text;
                host.call("setJson", [id, JSON.parse(text)]);
            }
        });
    }
    function forget() { cache = {}; snapshots = {}; }
    function ask(name) {
        flush();
        var args = Array.prototype.slice.call(arguments, 1).map(function (value) {
            var result = plain(value);
            return result === undefined ? null : result;
        });
        return host.call(name, args);
    }
    function change() { var result = ask.apply(null, arguments); forget(); return result; }

    // Objects inside the data answer add, del and getKey as the web client's wrappers do.
    function wrapped(value, key, parent) {
        if (!Array.isArray(value)) {
            base.define(value, {
                add: function (name, item, overwrite) { if (overwrite || !(name in value)) { value[name] = item; } return value[name]; },
                del: function (name) { if (name in value) { value[name] = ""; } return null; },
                check: function (name) { return name in value; },
                getKey: function () { return key; },
                getParent: function () { return parent; }
            });
        }
        return value;
    }

    var dataMethods = {
        add: function (key, value, overwrite) {
            if (overwrite || !host.call("hasData", [key])) { change("addData", key, value); }
            return data[key];
        },
        del: function (key) { change("setData", key, "", false); return null; },
        check: function (key) { return host.call("hasData", [key]); },
        save: function () { change("save"); },
        getKey: function () { return ""; },
        getParent: function () { return null; },
        setSection: function () { }
    };
    data = new Proxy({}, {
        get: function (target, key) {
            if (typeof key === "symbol") { return undefined; }
            if (dataMethods.hasOwnProperty(key)) { return dataMethods[key]; }
            if (cache.hasOwnProperty(key)) { return cache[key]; }
            var value = host.call("getData", [key]);
            if (value && typeof value === "object") {
                cache[key] = wrapped(value, key, data);
                snapshots[key] = JSON.stringify(value);
            }
            return value;
        },
        set: function (target, key, value) {
            if (typeof key !== "symbol") {
                delete cache[key];
                delete snapshots[key];
                change("assignData", key, value);
            }
            return true;
        },
        has: function (target, key) { return typeof key !== "symbol" && !!host.call("hasData", [key]); },
        ownKeys: function () { return host.call("dataKeys", []); },
        getOwnPropertyDescriptor: function (target, key) {
            return { value: data[key], writable: true, enumerable: true, configurable: true };
        },
        deleteProperty: function (target, key) { change("setData", key, "", false); return true; }
    });

    // ---- modules ---------------------------------------------------------------------------------
    function listen(id, event, fn) {
        var key = id + "/" + event;
        if (typeof fn !== "function") { return; }
        (listeners[key] = listeners[key] || []).push(fn);
        host.call("listen", [key]);
    }
    function nodeOf(id) {
        function style(name, value) {
            if (name === "display") { change("show", id, value !== "none"); }
            else if (name === "visibility") { change("show", id, value !== "hidden"); }
        }
        var node = {
            setStyle: function (name, value) { style(name, value); return node; },
            setStyles: function (styles) { Object.keys(styles || {}).forEach(function (name) { style(name, styles[name]); }); return node; },
            isDisplayed: function () { return !!ask("isShown", id); },
            getStyle: function (name) { return name === "display" ? (ask("isShown", id) ? "block" : "none") : ""; },
            hide: function () { change("show", id, false); return node; },
            show: function () { change("show", id, true); return node; },
            set: function (name, value) { if (name === "text" || name === "html") { change("setText", id, String(value)); } return node; },
            get: function (name) { return name === "text" || name === "html" ? ask("getText", id) : name === "id" ? id : null; },
            addEvent: function (event, fn) { listen(id, event, fn); return node; }
        };
        node.style = {};
        ["display", "visibility"].forEach(function (name) {
            Object.defineProperty(node.style, name, {
                get: function () { return node.getStyle(name); },
                set: function (value) { style(name, value); }
            });
        });
        return new Proxy(node, {
            get: function (target, member) {
                if (member in target) { return target[member]; }
                return typeof member === "symbol" ? undefined : function () { return node; };
            },
            set: function () { return true; }
        });
    }
    // A row of a Datatable or Datatemplate: its cells answer getData and setData.
    function lineOf(id, index) {
        var rows = ask("getModuleData", id);
        rows = rows && rows.data ? rows.data : rows;
        if (!Array.isArray(rows) || index < 0 || index >= rows.length) { return null; }
        return {
            index: index,
            getIndex: function () { return index; },
            getData: function () { return ask("getRow", id, index); },
            get: function (field) {
                if (!host.call("hasModule", [field])) { return undefined; }
                return {
                    json: moduleOf(field).json,
                    getData: function () { return ask("getCell", id, index, field); },
                    setData: function (value) { change("setCell", id, index, field, value); },
                    isEmpty: function () { var value = ask("getCell", id, index, field); return value === null || value === "" || (Array.isArray(value) && !value.length); }
                };
            }
        };
    }
    // Lists of option modules read "text|value", as the web client's getOptions gives them.
    function optionTexts(list) {
        return (list || []).map(function (item) { return item.value === item.text ? item.text : item.text + "|" + item.value; });
    }
    var proxies = {};
    function moduleOf(id) {
        if (!id || !host.call("hasModule", [id])) { return undefined; }
        if (proxies[id]) { return proxies[id]; }
        var module = {
            form: null,
            getData: function () { return ask("getModuleData", id); },
            setData: function (value, fire) {
                if (value && typeof value.then === "function") {
                    value.then(function (settled) { change("setModuleData", id, settled, !!fire); });
                } else {
                    change("setModuleData", id, value, !!fire);
                }
            },
            getTextData: function () {
                var value = ask("getModuleData", id);
                var text = ask("getText", id);
                return { value: Array.isArray(value) ? value : [value === null ? "" : value], text: Array.isArray(text) ? text : [text] };
            },
            getText: function () { return ask("getText", id); },
            getValue: function () { return ask("getModuleData", id); },
            setValue: function (value, fire) { module.setData(value, fire); },
            isEmpty: function () { return !!ask("isEmpty", id); },
            resetData: function () { change("resetData", id); },
            resetOption: function () { change("resetOptions", id); },
            getOptions: function () { return optionTexts(ask("getOptions", id)); },
            setOptions: function (list) { change("setOptions", id, list); },
            addOption: function (text, value) { change("addOption", id, text, value); },
            hide: function () { change("show", id, false); },
            show: function () { change("show", id, true); },
            validation: function (route, opinion) { return !!ask("validateModule", id, route || "", opinion || ""); },
            validationMode: function () { },
            notValidationMode: function (text) { ask("mark", id, String(text || "")); },
            setNotValidationMode: function (text) { ask("mark", id, String(text || "")); },
            focus: function () { ask("focus", id); },
            addEvent: function (event, fn) { listen(id, event, fn); },
            fireEvent: function (event) { change("fire", id, event); },
            setReadonly: function (value) { change("setReadonly", id, value !== false); },
            setReadOnly: function (value) { change("setReadonly", id, value !== false); },
            isReadonly: function () { return !!ask("isReadonly", id); },
            isReadable: true,
            reload: function () { change("resetOptions", id); },
            resetOptions: function () { change("resetOptions", id); },
            getOptionsObj: function () {
                var list = ask("getOptions", id) || [];
                return { textList: list.map(function (item) { return item.text; }), valueList: list.map(function (item) { return item.value; }) };
            },
            getInputData: function () { return ask("getModuleData", id); },
            getId: function () { return id; },
            getLine: function (index) { return lineOf(id, index); },
            getModule: function (index, field) { var line = lineOf(id, index); return line ? line.get(field) : null; },
            getLineLength: function () { var rows = ask("getModuleData", id); rows = rows && rows.data ? rows.data : rows; return Array.isArray(rows) ? rows.length : 0; },
            getAmount: function () { return module.getTotal(); },
            getTotal: function () { return ((ask("getModuleData", id) || {}).total) || {}; },
            addLine: function (isEditing, row) { change("addRow", id, -1, row || {}); },
            insertLine: function (isEditing, index, row) { change("addRow", id, index, row || {}); },
            deleteLine: function (index) { change("removeRow", id, index); },
            completeLineEdit: function () { return true; },
            getAttachmentList: function () { return ask("attachments", id) || []; }
        };
        Object.defineProperty(module, "json", {
            get: function () {
                if (!jsons[id]) {
                    jsons[id] = host.call("getJson", [id]) || {};
                    jsonSnapshots[id] = JSON.stringify(jsons[id]);
                }
                return jsons[id];
            }
        });
        Object.defineProperty(module, "attachmentController", {
            get: function () {
                var files = (ask("files", id) || []).map(function (file) { return { data: file, id: file.id, name: file.name }; });
                return { attachments: files, options: {}, checkActions: function () { } };
            }
        });
        Object.defineProperty(module, "node", { get: function () { return nodeOf(id); } });
        module.form = formApi;
        module.unselect = module.select = function () { throw new Unsupported("select"); };
        proxies[id] = module;
        return module;
    }

    formApi = {
        get: function (id) { return moduleOf(id); },
        getField: function (id) { return moduleOf(id); },
        getWidgetModule: function () { return undefined; },
        getModule: function (id) { return moduleOf(id); },
        getSectionList: function () { return []; },
        toggle: function () { },
        getInfor: function () { return copy(context.form || {}); },
        getInfo: function () { return copy(context.form || {}); },
        getData: function () { flush(); return host.call("allData", []); },
        getApp: function () { return { options: {}, content: null, currentTask: workContext.getTask() }; },
        save: function () { change("save"); },
        saveWork: function () { change("save"); },
        close: function () { ask("close"); },
        closeWork: function () { ask("close"); },
        process: function () { change("process"); },
        processWork: function () { change("process"); },
        verify: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        formValidation: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        validation: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        notice: function (text, kind) { ask("notice", String(text), String(kind || "")); },
        alert: function (kind, title, text) { ask("notice", String(text !== undefined ? text : kind), String(kind || "")); },
        confirm: function (kind, event, title, text) { throw new Unsupported("form.confirm"); },
        addEvent: function (event, fn) { listen("", event, fn); },
        readonly: !!context.isReadonly,
        businessData: { data: data, work: null }
    };
    Object.defineProperty(formApi, "currentRouteName", { get: function () { return ask("currentRoute"); } });
    Object.defineProperty(formApi, "opinion", { get: function () { return ask("currentOpinion"); } });
    Object.defineProperty(formApi, "medias", { get: function () { return []; } });
    ["selectOrg", "selectAttachment", "resetWork", "retractWork", "rerouteWork", "pressWork", "printWork", "readedWork", "editWork", "openWindow", "openDict", "uploadAttachment", "print", "openWork", "openDocument", "openJob", "startProcess", "reset", "retract", "reroute", "rollback", "addSplit", "deleteWork", "dialog", "openApplication", "createDocument", "downloadAll", "addTask", "goBack", "terminate", "press"].forEach(function (name) {
        formApi[name] = function () { throw new Unsupported("form." + name); };
    });

    var office = officeApi(context, base, { ask: ask, change: change, Unsupported: Unsupported });
    workContext = office.workContext;
    formApi.businessData.work = office.work;
    var org = office.org;
    var Dict = office.Dict;
    var plainName = office.plainName;

    // ---- the environment ---------------------------------------------------------------------------
    var shared = {};
    var included = {};
    function environment(target, event) {
        var env = Object.create(shared);
        env.target = target ? moduleOf(target) : formApi;
        env.event = event || null;
        return env;
    }
    shared.data = null;
    Object.defineProperty(shared, "data", {
        get: function () { return data; },
        set: function (value) {
            Object.keys(value || {}).forEach(function (key) { data[key] = value[key]; });
        }
    });
    shared.form = formApi;
    shared.workContext = workContext;
    shared.documentContext = refuse("documentContext", ["getDocument", "getControl", "getReaders", "getAuthors"]);
    shared.org = org;
    shared.Dict = Dict;
    shared.session = { user: copy(context.user || {}) };
    shared.status = context.status || "";
    shared.page = {};
    shared.power = copy(context.control || {});
    shared.define = function (name, fn, overwrite) {
        if (shared[name] === undefined || overwrite || included["define:" + name]) {
            included["define:" + name] = true;
            shared[name] = typeof fn === "function" ? fn.bind(shared) : fn;
        }
    };
    shared.include = function (which) {
        var list = Array.isArray(which) ? which : [which];
        list.forEach(function (entry) {
            var name = entry && typeof entry === "object" ? entry.name || entry.id : entry;
            if (included[name]) { return; }
            var text = ask("script", String(name));
            if (typeof text !== "string") { throw new Unsupported("include " + name); }
            included[name] = true;
            new Function(text).call(environment("", null));
        });
        var callback = arguments[1];
        if (typeof callback === "function") { callback.call(shared); }
    };
    // Every answer is here before the script goes on, so there is nothing to wait for.
    shared.wait = function () { };
    shared.goon = function () { };
    var remote = ["lookup", "select", "open", "execute", "get", "load", "query", "list", "add", "update", "save", "post", "put", "push", "rowCountWhere", "deleteRow", "encrypt", "Action", "restful"];
    ["view", "statement", "statementSelector", "Table", "Action", "Actions", "service", "Ajax", "JSONP", "lookup", "importer", "query", "MD5", "print"].forEach(function (name) {
        shared[name] = refuse(name, remote);
    });
    global.layout = { session: { user: copy(context.user || {}) }, mobile: false, language: "zh-cn" };
    global.layout.desktop = { session: global.layout.session };
    global.layout.user = global.layout.session.user;
    global.alert = function (text) { ask("notice", String(text), ""); };
    var names = { cn: plainName, cns: function (list) { return list.map(plainName); }, flag: function (name) { return String(name).slice(-1); } };
    var remoteParts = ["Action", "Actions", "require", "requireApp", "load", "loadJs", "loadCss", "xAction", "JSON", "widget", "api", "DL", "xDesktop", "restful", "openWindow", "api"];
    function library(what) {
        var part = {
            name: names, typeOf: global.typeOf, session: global.layout.session, language: "zh-cn", LP: {},
            promiseAll: function (value) { return Array.isArray(value) ? base.Promise.all(value) : base.Promise.resolve(value); }
        };
        remoteParts.forEach(function (name) { part[name] = refuse(what + "." + name, ["get", "load", "requireApp", "getHost", "xAction"]); });
        return part;
    }
    global.o2 = library("o2");
    global.MWF = library("MWF");

    var compiled = {};
    function compile(code) {
        if (!compiled.hasOwnProperty(code)) { compiled[code] = new Function(code); }
        return compiled[code];
    }
    var browserOnly = /(jQuery|\$|document|window|XMLHttpRequest|fetch|setInterval|requestAnimationFrame|Element|Request|localStorage|sessionStorage|navigator|location|FormData|Event|WebSocket|Worker|ArrayBuffer|Uint8Array) is not defined/;
    var tooModern = /\basync\b|\bawait\b|\?\?=|\|\|=|&&=|\d_\d|\bimport\s*\(|[{,]\s*\.\.\.|\bfunction\s*\*/;
    function settled(value) {
        base.drain();
        if (value && typeof value.then === "function") {
            var box = { state: "pending" };
            value.then(function (result) { box = { state: "done", value: result }; }, function (error) { box = { state: "failed", value: error }; });
            base.drain();
            if (box.state === "failed") { throw box.value; }
            if (box.state === "pending") { throw new Unsupported("asynchronous answer"); }
            value = box.value;
        }
        return Array.isArray(value) && value.some(function (item) { return item && typeof item.then === "function"; })
            ? settled(base.Promise.all(value)) : value;
    }
    var remoteCall = /\bthis\s*\.\s*(view|statement|Table|Actions?|service|Ajax|JSONP|lookup|importer|query|documentContext)\b|\b(o2|MWF|layout)\s*\.|\.node\b|\.getElements?\(/;
    function stateOf(error, code) {
        var text = String(error && error.message !== undefined ? error.message : error);
        var isUnsupported = error instanceof Unsupported || browserOnly.test(text)
            || (error instanceof SyntaxError && tooModern.test(code || ""))
            || (error instanceof TypeError && remoteCall.test(code || ""));
        return { state: isUnsupported ? "unsupported" : "failed", detail: text };
    }
    function guarded(fn, code, format) {
        try {
            var value = settled(fn());
            if (value instanceof Decimal) { value = value.value; }
            if (format && value) {
                value = base.formatDate(base.parseDate(Array.isArray(value) ? value[0] : value), format);
            }
            value = plain(value);
            flush();
            forget();
            return { state: "ran", value: value };
        } catch (error) {
            base.forgetJobs();
            try { flush(); } catch (again) { /* the first error is the one to tell */ }
            forget();
            return stateOf(error, code);
        }
    }
    return {
        run: function (code, target, event, format) {
            return guarded(function () { return compile(code).call(environment(target, event)); }, code, format);
        },
        stateOf: stateOf,
        fire: function (target, event) {
            return guarded(function () {
                (listeners[target + "/" + event] || []).slice().forEach(function (fn) {
                    fn.call(environment(target, event));
                });
            });
        }
    };
})
