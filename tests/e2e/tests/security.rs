//! The page keeps to itself, and its policy stops what does not belong to it.

use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn no_script_runs_that_the_page_did_not_bring() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    // What runs in a timer is the page's own doing, not the driver's.
    let body = "const [done] = arguments;
        const script = document.createElement('script');
        script.textContent = 'window.inlineRan = true';
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.handlerRan = true');
        image.src = 'data:,';
        document.body.append(script, image);
        setTimeout(() => {
          // Firefox runs what its driver sends beside the page, with a window of its own around the page's.
          const page = window.wrappedJSObject ?? window;
          let evalRan = true;
          try { (0, page.eval)('1'); } catch (error) { evalRan = error.name; }
          let functionRan = true;
          try { new page.Function('return 1')(); } catch (error) { functionRan = error.name; }
          done([window.inlineRan ?? false, window.handlerRan ?? false, evalRan, functionRan]);
        }, 200);";
    let ran = atlas.page.driver.session.execute_async(body, Vec::new()).await;
    let ran = ran.map_err(|error| format!("the script failed: {error}"))?;
    assert_eq!(*ran.json(), json!([false, false, "EvalError", "EvalError"]));
    let told = atlas.page.console_errors().await?;
    // Firefox writes it with hyphens.
    assert!(told.iter().any(|it| it.replace('-', " ").contains("Content Security Policy")), "{told:?}");
    atlas.page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_lets_nothing_leave_the_page() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    let policy = "return document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content;";
    let policy = atlas.page.script(policy, Vec::new()).await?;
    let policy = policy.as_str().unwrap_or_default();
    for part in ["default-src 'none'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy:?}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy:?}");
    let body = "const [done] = arguments;
        document.addEventListener('securitypolicyviolation', (it) => done(it.effectiveDirective), { once: true });
        fetch('https://example.com/').catch(() => {});";
    let stopped = atlas.page.driver.session.execute_async(body, Vec::new()).await;
    let stopped = stopped.map_err(|error| format!("the request was not stopped: {error}"))?;
    assert_eq!(stopped.json(), "connect-src");
    atlas.page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_visit_leaves_no_error_and_asks_no_other_host() -> Outcome<()> {
    let atlas = Atlas::open("#view=50,8,900").await?;
    atlas.page.drag((300, 400), (420, 380), Duration::from_millis(160)).await?;
    atlas.click_location("amsterdam").await?;
    atlas.page.click("button", "North Europe").await?;
    for sku in ["Local:", "Premium:", "Standard:"] {
        atlas.page.click("radio", sku).await?;
    }
    atlas.page.click("switch", "Global Reach").await?;
    atlas.open_planner().await?;
    atlas.page.click("button", "Add a circuit at Amsterdam").await?;
    atlas.page.click("button", "Map").await?;
    atlas.choose_option("Cloud", "China").await?;
    atlas.wait_for_address("cloud", "china").await?;
    atlas.close().await
}
