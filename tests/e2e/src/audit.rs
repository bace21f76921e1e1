//! What must hold on every view: no console errors, no request to others, no accessibility violations.

use serde_json::{Value, json};

use crate::Outcome;
use crate::page::Page;
use crate::site::project;

impl Page {
    /// Warnings and errors of the console since the last call.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        self.driver.console().await
    }

    /// Addresses outside the page's own origin that the page asked for.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn foreign_requests(&self) -> Outcome<Vec<String>> {
        let body = "return performance.getEntriesByType('resource').map((it) => it.name)
            .filter((it) => !it.startsWith(location.origin + '/') && !/^(data|blob):/.test(it));";
        Ok(texts(&self.script(body, Vec::new()).await?))
    }

    /// Violations of WCAG 2.2 A and AA that axe-core finds: rule, help text and the first elements of each.
    ///
    /// # Errors
    /// When axe-core is not installed (`npm ci`) or stops.
    pub async fn accessibility_violations(&self) -> Outcome<Vec<String>> {
        let file = project().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        // A script through the driver is no part of the page, so the page's policy does not stop it.
        self.script(&axe, Vec::new()).await?;
        let tags = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
        let body = "const [tags, done] = arguments;
            const told = (rule) => rule.id + ': ' + rule.help + ' at '
              + rule.nodes.slice(0, 3).map((it) => it.target.join(' ') + ' [' + (it.any[0]?.message ?? '') + ']').join(', ');
            axe.run(document, { runOnly: tags }).then(
              (result) => done(result.violations.map(told)), (error) => done(['axe stopped: ' + error]));";
        let returned = self.driver.session.execute_async(body, vec![tags]).await;
        Ok(texts(returned.map_err(|error| format!("axe-core did not run: {error}"))?.json()))
    }

    /// The controls on the screen that a person cannot work, each with why: `wanted` has `targets`, the least size of one in
    /// CSS pixels, `fits`, that nothing is cut off or covered, or `lines`, that nothing is said by color alone.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn unfit(&self, wanted: &Value) -> Outcome<Vec<String>> {
        Ok(texts(&self.script(include_str!("everyone.js"), vec![wanted.clone()]).await?))
    }

    /// What a screen reader is told of the page, as Chromium has it: a line for each part with its role, its name and its
    /// state, indented by what it stands in.
    ///
    /// # Errors
    /// When the browser is not Chromium.
    pub async fn accessibility_tree(&self) -> Outcome<String> {
        let tree = self.driver.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let by_id = |id: &Value| nodes.iter().find(|it| it["nodeId"] == *id);
        let mut told = String::new();
        let mut left: Vec<(&Value, usize)> = nodes.first().map(|it| (it, 0)).into_iter().collect();
        while let Some((node, depth)) = left.pop() {
            let role = node["role"]["value"].as_str().unwrap_or_default();
            // What says nothing by itself takes no line.
            let silent = node["ignored"] == true || matches!(role, "generic" | "none" | "InlineTextBox" | "LineBreak");
            if !silent {
                let state =
                    |it: &Value| format!(" {}={}", it["name"].as_str().unwrap_or_default(), it["value"]["value"]);
                let states: String = node["properties"].as_array().into_iter().flatten().map(state).collect();
                let name = node["name"]["value"].as_str().unwrap_or_default();
                told += &format!("{:depth$}{role} {name:?}{states}\n", "", depth = depth * 2);
            }
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            left.extend(children.filter_map(by_id).map(|it| (it, depth + usize::from(!silent))));
        }
        Ok(told)
    }

    /// Everything that must hold on every view, in one call.
    ///
    /// # Errors
    /// When something does not hold: lists it.
    pub async fn assert_sound(&self) -> Outcome<()> {
        let console = self.console_errors().await?;
        let foreign = self.foreign_requests().await?;
        let violations = self.accessibility_violations().await?;
        let none = console.is_empty() && foreign.is_empty() && violations.is_empty();
        let told = || format!("console: {console:#?}\nother hosts: {foreign:#?}\naccessibility: {violations:#?}");
        if none { Ok(()) } else { Err(told()) }
    }
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
