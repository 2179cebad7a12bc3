// SPDX-License-Identifier: GPL-3.0-or-later
// The API that scripts of O2OA forms see (o2oa-forms 3.2). Everything outside the engine is reached
// through host.call(name, [JSON…]), which the form session answers.
(function (host, context, base, officeApi, moduleApi) {
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
    // Definitions asked for in this run; a big form looks at all the others only now and then.
    var recent = {};
    var jsonCount = 0;
    var sinceAll = 0;
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
        var isAll = jsonCount <= 64 || ++sinceAll >= jsonCount;
        if (isAll) { sinceAll = 0; }
        Object.keys(isAll ? jsons : recent).forEach(function (id) {
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

    // What stands in the data answers add, del, getKey and the rest as the web client's wrappers do,
    // on every level; arrays have theirs from the polyfill.
    function wrapped(value, key, parent, budget) {
        budget = budget || { left: 5000 };
        if (!Array.isArray(value)) {
            base.define(value, {
                add: function (name, item, overwrite) {
                    if (overwrite || !value.hasOwnProperty(name)) { value[name] = item; }
                    if (item && typeof item === "object" && value[name] === item) { wrapped(item, name, value); }
                    return value[name];
                },
                del: function (name) { if (!value.hasOwnProperty(name)) { return null; } value[name] = ""; return value; },
                check: function (name, item) { if (!value.hasOwnProperty(name) && item !== undefined) { value[name] = item; } return value.hasOwnProperty(name); }
            });
        }
        base.define(value, { getKey: function () { return key; }, getParent: function () { return parent; } });
        if (!("length" in value)) {
            Object.defineProperty(value, "length", { get: function () { return Object.keys(value).length; }, configurable: true });
        }
        Object.keys(value).forEach(function (name) {
            if (value[name] && typeof value[name] === "object" && budget.left-- > 0) { wrapped(value[name], name, value, budget); }
        });
        return value;
    }

    function isOwn(object, key) { return Object.prototype.hasOwnProperty.call(object, key); }
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
        setSection: function () { },
        toJSON: function () { flush(); return host.call("rawData", []); }
    };
    // The engine lists a proxy by its target, so the target gets the keys.
    function keysFor(target, keys) {
        Object.keys(target).forEach(function (key) { if (keys.indexOf(key) === -1) { delete target[key]; } });
        keys.forEach(function (key) { if (!(key in target)) { target[key] = undefined; } });
        return keys;
    }
    // Of members that Object.prototype has, too, the engine asks the target alone.
    function describes(keysOf, valueOf) {
        return function (target, key) {
            keysFor(target, keysOf());
            return isOwn(target, key) ? { value: valueOf(key), writable: true, enumerable: true, configurable: true } : undefined;
        };
    }
    data = new Proxy({}, {
        get: function (target, key) {
            if (typeof key === "symbol") { return undefined; }
            if (isOwn(dataMethods, key)) { return dataMethods[key]; }
            if (isOwn(cache, key)) { return cache[key]; }
            var value = host.call("getData", [key]);
            if (key === "length" && value === undefined) { return host.call("dataKeys", []).length; }
            if (value && typeof value === "object") {
                snapshots[key] = JSON.stringify(value);
                cache[key] = wrapped(value, key, data);
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
        ownKeys: function (target) { return keysFor(target, host.call("dataKeys", [])); },
        getOwnPropertyDescriptor: describes(function () { return host.call("dataKeys", []); }, function (key) { return data[key]; }),
        deleteProperty: function (target, key) { change("setData", key, "", false); return true; }
    });

    // ---- modules ---------------------------------------------------------------------------------
    function listen(id, event, fn) {
        var key = id + "/" + event;
        if (typeof fn !== "function") { return; }
        (listeners[key] = listeners[key] || []).push(fn);
        host.call("listen", [key]);
    }
    function jsonOf(id) {
        if (!jsons[id]) {
            jsons[id] = host.call("getJson", [id]) || {};
            jsonSnapshots[id] = JSON.stringify(jsons[id]);
            jsonCount++;
        }
        recent[id] = true;
        return jsons[id];
    }
    var modules = moduleApi(host, { ask: ask, change: change, listen: listen, jsonOf: jsonOf, Unsupported: Unsupported, form: function () { return formApi; } });
    var moduleOf = modules.moduleOf;
    // The form's own definition; its modules answer with theirs, which scripts change before they load.
    var formJson = null;
    function ownJson() {
        if (!formJson) {
            formJson = host.call("formJson", []) || {};
            formJson.moduleList = new Proxy({}, {
                get: function (target, id) { return typeof id === "symbol" || !host.call("inModel", [id]) ? undefined : jsonOf(id); },
                has: function (target, id) { return typeof id !== "symbol" && !!host.call("inModel", [id]); },
                ownKeys: function (target) { return keysFor(target, host.call("moduleIds", [])); }
            });
        }
        return formJson;
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
        infor: copy(context.form || {}),
        getData: function () { var all = ask("allData"); return wrapped(all, "", null); },
        getApp: function () { return { options: {}, content: null, currentTask: workContext.getTask(), appForm: formApi, form: formApi }; },
        node: function () { return modules.rootNode(); },
        getOpinion: function () { return { opinion: ask("currentOpinion"), medias: [] }; },
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
    Object.defineProperty(formApi, "json", { get: ownJson });
    Object.defineProperty(formApi, "app", { get: function () { return formApi.getApp(); } });
    Object.defineProperty(formApi, "all", {
        get: function () { return new Proxy({}, {
            get: function (target, id) { return typeof id === "symbol" ? undefined : moduleOf(id); },
            ownKeys: function (target) { return keysFor(target, host.call("moduleIds", [])); }
        }); }
    });
    Object.defineProperty(formApi, "currentRouteName", { get: function () { return ask("currentRoute"); } });
    Object.defineProperty(formApi, "opinion", { get: function () { return ask("currentOpinion"); } });
    Object.defineProperty(formApi, "medias", { get: function () { return []; } });
    ["selectOrg", "selectAttachment", "resetWork", "retractWork", "rerouteWork", "pressWork", "printWork", "readedWork", "editWork", "openWindow", "openDict", "uploadAttachment", "print", "openWork", "openDocument", "openJob", "startProcess", "reset", "retract", "reroute", "rollback", "addSplit", "deleteWork", "dialog", "openApplication", "createDocument", "downloadAll", "addTask", "goBack", "terminate", "press"].forEach(function (name) {
        formApi[name] = function () { throw new Unsupported("form." + name); };
    });

    var office = officeApi(context, base, { ask: ask, change: change, Unsupported: Unsupported });
    workContext = office.workContext;
    formApi.businessData.work = office.work;
    ["task", "activity", "control", "taskList", "attachmentList", "recordList", "workLogList", "routeList"].forEach(function (name) {
        var value = name === "task" ? workContext.getTask() : context[name];
        formApi.businessData[name] = value === undefined ? null : value;
    });
    var org = office.org;
    var Dict = office.Dict;
    var plainName = office.plainName;

    // ---- the environment ---------------------------------------------------------------------------
    // One for the whole form: what a script keeps in `this`, later scripts find there.
    var shared = { target: null, event: null };
    var included = {};
    var depth = 0;
    function within(target, event, fn) {
        var before = { target: shared.target, event: shared.event };
        shared.target = target ? moduleOf(target) || null : formApi;
        shared.event = event || null;
        depth++;
        try {
            return fn();
        } finally {
            shared.target = before.target;
            shared.event = before.event;
            if (--depth === 0) { recent = {}; }
        }
    }
    Object.defineProperty(shared, "data", {
        configurable: false,
        get: function () { return data; },
        set: function (value) {
            Object.keys(value || {}).forEach(function (key) { data[key] = value[key]; });
        }
    });
    Object.defineProperty(shared, "log", { get: function () { return ask("currentEntry"); }, configurable: true });
    shared.list = null;
    shared.form = formApi;
    shared.workContext = workContext;
    shared.documentContext = refuse("documentContext", ["getDocument", "getControl", "getReaders", "getAuthors"]);
    shared.org = org;
    shared.Dict = Dict;
    shared.session = { user: copy(context.user || {}) };
    shared.status = context.status || "";
    shared.page = formApi;
    shared.workContent = workContext;
    var control = context.control || {};
    shared.power = Object.assign(copy(control), { isManager: !!control.allowReroute, isReseter: !!control.allowReset, isDelete: !!control.allowDelete, isPront: true, isPrint: true });
    shared.library = { version: "4.0", typeOf: global.typeOf };
    shared.define = function (name, fn, overwrite) {
        var known = Object.getOwnPropertyDescriptor(shared, name);
        if (known && !known.configurable) { return; }
        Object.defineProperty(shared, name, { value: fn, configurable: overwrite !== false, writable: overwrite !== false, enumerable: true });
    };
    shared.include = function (which) {
        var list = Array.isArray(which) ? which : [which];
        list.forEach(function (entry) {
            var name = entry && typeof entry === "object" ? entry.name || entry.id : entry;
            if (included[name]) { return; }
            var text = ask("script", String(name));
            if (typeof text !== "string") { throw new Unsupported("include " + name); }
            included[name] = true;
            compile(text).call(shared);
        });
        var callback = arguments[1];
        if (typeof callback === "function") { callback.call(shared); }
    };
    // Every answer is here before the script goes on, so there is nothing to wait for.
    shared.wait = function () { return { cb: function () { } }; };
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
    // Newer syntax is rewritten only when the engine does not take the text as it stands.
    function compile(code) {
        if (!compiled.hasOwnProperty(code)) {
            try {
                compiled[code] = new Function(code);
            } catch (error) {
                var older = error instanceof SyntaxError ? host.call("olderSyntax", [code]) : undefined;
                if (typeof older !== "string") { throw error; }
                compiled[code] = new Function(older);
            }
        }
        return compiled[code];
    }
    // Runs a generator as an async function: each yield waits for what it yields.
    base.define(global, { __async: function (self, args, generator) {
        return new base.Promise(function (resolve, reject) {
            var steps = generator.apply(self, args);
            function go(how, value) {
                var step;
                try { step = steps[how](value); } catch (error) { reject(error); return; }
                if (step.done) { resolve(step.value); return; }
                base.Promise.resolve(step.value).then(function (result) { go("next", result); }, function (error) { go("throw", error); });
            }
            go("next", undefined);
        });
    } });
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
            // "!" in front: only what is a date is written in the format, a text stays as it is.
            var isStrict = format && format.charAt(0) === "!";
            if (isStrict) { format = value instanceof base.RealDate ? format.slice(1) : ""; }
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
            return within(target, event, function () {
                return guarded(function () { return compile(code).call(shared); }, code, format);
            });
        },
        stateOf: stateOf,
        // After a script was stopped in the middle of its work.
        abandon: function () { base.forgetJobs(); forget(); recent = {}; depth = 0; shared.target = null; shared.event = null; },
        fire: function (target, event) {
            return within(target, event, function () {
                return guarded(function () {
                    (listeners[target + "/" + event] || []).slice().forEach(function (fn) { fn.call(shared, shared.target, event); });
                });
            });
        }
    };
})
